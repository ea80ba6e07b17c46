public import Geo

/// The drawn and visited units of one or more rounds, each with those drawn nearest to it.
public struct SurveySample: Sendable {
  /// A drawn and visited unit.
  public struct Unit: Sendable, Hashable {
    /// Whether the outcome was found.
    public var isHit: Bool
    /// The probability with which it came into the draw, above 0.
    public var probability: Double
    /// Where it is, in a plane, in metres.
    public var plane: Coordinate
    /// The round: each is a draw of its own.
    public var round: Int

    /// Makes a unit.
    public init(isHit: Bool, probability: Double, plane: Coordinate, round: Int = 0) {
      self.isHit = isHit
      self.probability = probability
      self.plane = plane
      self.round = round
    }
  }

  /// The units.
  public let units: [Unit]
  /// Each with the three nearest of its round.
  private let near: [[Int]]

  /// Finds the neighbours of units.
  /// - Complexity: O(n log n).
  public init(_ units: [Unit]) {
    self.units = units
    var near = [[Int]](repeating: [], count: units.count)
    for members in Dictionary(grouping: units.indices, by: { units[$0].round }).values {
      let index = PointIndex(
        xs: members.map { units[$0].plane.x }, ys: members.map { units[$0].plane.y })
      for (place, number) in members.enumerated() {
        let found = index.nearest(units[number].plane, k: 4).map(\.index)
        let group = found.contains(place) ? found : [place] + found.dropLast()
        near[number] = group.map { members[$0] }
      }
    }
    self.near = near
  }

  /// The variance of a sum with a part from each unit, over draws spread over the map.
  ///
  /// - Parameter answering: The part of drawn units that were visited, as a second draw.
  func variance(of parts: [Double], answering: Double) -> Double {
    var variance = 0.0
    for (number, group) in near.enumerated() where group.count > 1 {
      let size = Double(group.count)
      let gap = parts[number] - group.reduce(0) { $0 + parts[$1] } / size
      variance += size / (size - 1) * (1 - answering * units[number].probability) * gap * gap
    }
    return variance
  }
}
