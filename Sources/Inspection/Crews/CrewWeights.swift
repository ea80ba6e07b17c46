/// What breaking a wish of the plan costs, in points.
public struct CrewWeights: Sendable, Hashable {
  /// Two local members of a team from different cities of a province.
  public var otherCity: Int
  /// Two local members of a team from different provinces.
  public var otherProvince: Int
  /// Each sending province after the first in an inspected city.
  public var spread: Int
  /// A person who knows no trade of the inspected city.
  public var skill: Int
  /// Each round that a person has served before.
  public var person: Int
  /// Each person of a province beyond its share of the pool.
  public var sender: Int

  /// Makes weights.
  public init(
    otherCity: Int, otherProvince: Int, spread: Int, skill: Int, person: Int, sender: Int
  ) {
    self.otherCity = otherCity
    self.otherProvince = otherProvince
    self.spread = spread
    self.skill = skill
    self.person = person
    self.sender = sender
  }
}
