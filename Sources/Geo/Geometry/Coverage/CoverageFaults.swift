/// How far a layer is from covering its ground exactly once.
public struct CoverageFaults: Sendable, Hashable {
  /// Enclosed places that no area claims, largest first.
  public var gaps: [CoverageFault]
  /// Places that two or more areas claim, largest first.
  public var overlaps: [CoverageFault]
  /// How often a corner of one area lies on a border that has no corner there.
  public var looseCorners: Int
  /// The sum of the areas' sizes, square metres.
  public var totalArea: Double
  /// The size of what at least one area claims, square metres.
  public var coveredArea: Double

  /// True if borders match to the last bit: no overlap, no loose corner, no gap within limits.
  public func isClean(_ limits: GapLimits = GapLimits()) -> Bool {
    overlaps.isEmpty && looseCorners == 0 && !gaps.contains { limits.hold($0) }
  }
}

extension CoverageFaults {
  /// Two areas that claim the same ground.
  public struct Pair: Sendable, Hashable {
    /// The lower of the areas' numbers, from 0.
    public var first: Int
    /// The higher number.
    public var second: Int
    /// The size of what they share, square metres.
    public var area: Double
  }

  /// Every pair of areas that share ground, in order, whatever else lies over it.
  public var pairs: [Pair] {
    var shared: [[Int]: Double] = [:]
    for overlap in overlaps {
      for (place, first) in overlap.holders.enumerated() {
        for second in overlap.holders[(place + 1)...] {
          shared[[first, second], default: 0] += overlap.area
        }
      }
    }
    return shared.map { Pair(first: $0[0], second: $0[1], area: $1) }
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
