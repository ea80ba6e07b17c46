import Geo
import Terminal

/// The way of a geometry from what it was given in to what is asked for, by WGS-84.
struct PlaceConverter: ~Copyable {
  private var inward: Transformer?
  private let source: Datum
  private let target: Datum
  private var outward: Transformer?

  /// Finds the way.
  ///
  /// - Parameters:
  ///   - given: what the user says; it wins over the file.
  ///   - stated: the coordinate system that the file names.
  ///   - wanted: what is asked for.
  ///   - file: the input, for messages.
  init(
    from given: PlaceReference?, stated: CoordinateSystem?, to wanted: PlaceReference, file: String
  ) throws {
    var source = Datum.wgs84
    // A shifted layer names the system that its numbers are taken for; projected ones are undone.
    var system = stated
    switch given {
    case .datum(let datum): source = datum
    case .system(let named): system = named
    case nil where stated == nil:
      throw CommandFailure(
        status: .usage, message: "the file does not say what its coordinates are in", file: file,
        hint: "Say it with --from: wgs84, gcj02, bd09, cgcs2000 or EPSG:n.")
    case nil: break
    }
    var target = Datum.wgs84
    if case .datum(let datum) = wanted { target = datum }
    let inward = try Self.transformer(from: system ?? .wgs84, to: .wgs84)
    let outward = try Self.transformer(from: .wgs84, to: wanted.outputSystem ?? .wgs84)
    self.inward = inward
    self.source = source
    self.target = target
    self.outward = outward
  }

  /// The geometry where it is asked for; throws `PROJError` if it has no place there.
  mutating func convert(_ geometry: Geometry) throws(PROJError) -> Geometry {
    var result = geometry
    if inward != nil { result = try inward?.transform(result) ?? result }
    if source != target {
      let (source, target) = (source, target)
      result = result.mapCoordinates { target.fromWGS84(source.toWGS84($0)) }
    }
    if outward != nil { result = try outward?.transform(result) ?? result }
    return result
  }

  /// The same for positions as two columns, in place; NaN, NaN where one has no place there.
  mutating func convert(_ xs: inout [Double], _ ys: inout [Double]) throws(PROJError) {
    _ = try inward?.transform(&xs, &ys)
    if source != target {
      for place in xs.indices where xs[place].isFinite && ys[place].isFinite {
        let moved = target.fromWGS84(source.toWGS84(Coordinate(xs[place], ys[place])))
        (xs[place], ys[place]) = (moved.x, moved.y)
      }
    }
    _ = try outward?.transform(&xs, &ys)
  }

  /// The way between two systems; nil where both are longitude and latitude of WGS-84.
  private static func transformer(
    from source: CoordinateSystem, to target: CoordinateSystem
  ) throws(PROJError) -> Transformer? {
    guard !isPlain(source) || !isPlain(target) else { return nil }
    return try Transformer(from: source, to: target)
  }

  /// True for longitude and latitude of WGS-84, or of CGCS2000, which is taken for it.
  private static func isPlain(_ system: CoordinateSystem) -> Bool {
    system.isSame(as: .wgs84) || system.isSame(as: .cgcs2000)
  }
}
