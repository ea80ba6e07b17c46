public import CampaignData

/// Two months' lists of best targets for the same evidence.
public struct SeasonComparison: Sendable {
  /// One topic in both lists.
  public struct Row: Sendable, Hashable {
    /// Key of the topic 督查内容.
    public var topic: String
    /// Its targets in the first and in the second list.
    public var counts: (first: Int, second: Int) { (first, second) }
    var first: Int
    var second: Int
  }

  /// A target that only one list has.
  public struct Change: Sendable, Hashable {
    /// The inspected city.
    public var city: String
    /// The target as its list has it.
    public var target: Target
    /// Its chance in the other month.
    public var otherChance: Double
  }

  /// The months.
  public let months: (first: CalendarMonth, second: CalendarMonth)
  /// How long the lists are.
  public let counts: (first: Int, second: Int)
  /// How many targets both have.
  public let common: Int
  /// The thirteen topics, in the plan's order.
  public let rows: [Row]
  /// Targets of the first list alone, those of most chance first; at most as many as asked for.
  public let onlyFirst: [Change]
  /// Targets of the second list alone.
  public let onlySecond: [Change]

  /// Compares lists in which every city has as many targets as its teams visit in a round.
  ///
  /// A month in which a city's region has no standing teams gives it no targets.
  /// - Parameters:
  ///   - first: the targets with the topics of one month.
  ///   - second: the same snapshot's targets with those of another.
  ///   - visits: visits of a team in a round, where its record names no daily ones.
  ///   - city: one city's code; nil: all.
  ///   - shown: how many changes are put in words.
  public init(
    _ first: TargetList, _ second: TargetList, dailyVisits: Int, city: String? = nil, shown: Int
  ) {
    months = (first.season, second.season)
    let one = Self.best(first, dailyVisits: dailyVisits, city: city)
    let other = Self.best(second, dailyVisits: dailyVisits, city: city)
    counts = (one.count, other.count)
    common = one.intersection(other).count
    func tally(_ list: TargetList, _ chosen: Set<Int>) -> [String: Int] {
      chosen.reduce(into: [:]) { $0[list.topic(at: $1), default: 0] += 1 }
    }
    let (left, right) = (tally(first, one), tally(second, other))
    rows = CampaignData.topics.map {
      Row(topic: $0.key, first: left[$0.key] ?? 0, second: right[$0.key] ?? 0)
    }
    onlyFirst = Self.changes(one.subtracting(other), first, other: second, shown)
    onlySecond = Self.changes(other.subtracting(one), second, other: first, shown)
  }

  /// The best targets of every city whose region the month's rounds name.
  private static func best(
    _ targets: TargetList, dailyVisits: Int, city only: String?
  ) -> Set<Int> {
    let rounds = CampaignData.rounds.all.filter {
      (CalendarMonth($0.firstDay)...CalendarMonth($0.lastDay)).contains(targets.season)
    }
    guard let round = rounds.first else { return [] }
    let scope = PhaseScope(of: round)
    var visits: [String: Int] = [:]
    for team in targets.evidence.snapshot.facts.teams where scope.includes(city: team.cityCode) {
      visits[team.cityCode, default: 0] += 14 * max(0, team.dailyVisits ?? dailyVisits)
    }
    var best: Set<Int> = []
    for (city, own) in targets.indicesByCity where only == nil || only == city {
      best.formUnion(
        own.sorted { (-targets.chances[$0], $0) < (-targets.chances[$1], $1) }
          .prefix(visits[city] ?? 0))
    }
    return best
  }

  /// The changes that the months make most of, told city by city in turn.
  private static func changes(
    _ only: Set<Int>, _ list: TargetList, other: TargetList, _ shown: Int
  ) -> [Change] {
    let townships = list.evidence.snapshot.facts.townships
    func gain(_ index: Int) -> Double { list.chances[index] - other.chances[index] }
    return only.sorted { (-gain($0), $0) < (-gain($1), $1) }.prefix(shown).map { index in
      Change(
        city: townships[Int(list.townships[index])].cityCode, target: list.target(at: index),
        otherChance: other.chances[index])
    }
  }
}
