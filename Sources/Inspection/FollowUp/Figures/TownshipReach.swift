/// How many of a city's townships a round reached, by what was over.
public struct TownshipReach: Sendable, Hashable {
  /// The city's code; empty for all together.
  public let cityCode: String
  /// All townships.
  public let townships: Int
  /// Those with a visit in the round.
  public let visited: Int
  /// Those without one that a plan had a stop in, on a day that is over.
  public let plannedOnly: Int

  /// Those with neither.
  public var missing: Int { townships - visited - plannedOnly }

  init(cityCode: String, townships: [Int], visited: Set<Int>, planned: Set<Int>) {
    self.cityCode = cityCode
    self.townships = townships.count
    self.visited = townships.count { visited.contains($0) }
    plannedOnly = townships.count { planned.contains($0) && !visited.contains($0) }
  }
}
