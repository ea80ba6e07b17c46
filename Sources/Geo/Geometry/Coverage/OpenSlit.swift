/// A narrow strip between two areas that is not enclosed: it opens to the outside of the layer, as
/// where every area was drawn a little too small.
public struct OpenSlit: Sendable, Hashable {
  /// The lower of the two areas' numbers, from 0.
  public var first: Int
  /// The higher number.
  public var second: Int
  /// The stretches of the first area's border that have the other area before them.
  public var stretches: [[Coordinate]]
  /// The ground between, a quadrangle for each stretch.
  public var ground: [Polygon]
  /// Their length in metres.
  public var length: Double
  /// The ground between, square metres.
  public var area: Double

  /// Mean width in metres.
  public var width: Double { length > 0 ? area / length : 0 }

  /// A position on its longest stretch.
  public var representativePoint: Coordinate {
    func squared(_ line: [Coordinate]) -> Double {
      guard let a = line.first, let b = line.last else { return 0 }
      return (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)
    }
    let longest = stretches.max { squared($0) < squared($1) } ?? []
    guard let a = longest.first, let b = longest.last else { return Coordinate(.nan, .nan) }
    return Coordinate(a.x + (b.x - a.x) / 2, a.y + (b.y - a.y) / 2)
  }
}

extension Coverage {
  /// Where two areas run side by side along the layer's outside with less than a width between
  /// them, in order of their numbers.
  ///
  /// Borders that leave a common corner are no slit there, nor is a place less than five times as
  /// long as wide. O(n log n) for a width below the usual length of lines.
  public func openSlits(narrowerThan metres: Double, in measure: GroundMeasure) -> [OpenSlit] {
    var finder = SlitFinder(arrangement, measure, metres)
    return finder.slits()
  }
}
