public import CampaignData

/// Drafts the month's task plan 督查任务计划表 from evidence and season (the plan of 2018, section 5.1).
///
/// In each city the best targets are taken, as many as its teams can visit in the month. A topic's share
/// is its part of the problems expected among them, not more than it has targets for; a topic that the
/// month stresses and that has targets gets no less than a floor, and entries of ledgers that fall due
/// raise that floor. The shares of a city are whole percents and add up to 1.
public struct TaskPlanDraft: Sendable {
  /// A line of the draft.
  public struct Line: Sendable, Hashable {
    /// The inspected city.
    public var city: String
    /// Key of the topic 督查内容.
    public var topic: String
    /// The part of the city's visits, in whole percents.
    public var percent: Int
    /// Problems expected at the best targets of the topic.
    public var problems: Double
    /// Its targets in the city.
    public var targets: Int
    /// Entries of its ledgers that are due by the end of the month and not done.
    public var due: Int
    /// What the month wants of it.
    public var level: TopicEmphasis.Level
    /// The share that it gets at least.
    public var floor: Double
  }

  /// The month.
  public let month: CalendarMonth
  /// The lines by city and topic; topics without a percent are left out.
  public let lines: [Line]

  /// - Parameters:
  ///   - targets: targets with the topics of the month.
  ///   - ledgers: the entries of ledgers.
  ///   - dailyVisits: visits of a team a day, where its record names none.
  ///   - floor: the least share of a topic that the month stresses.
  ///   - dueMost: the most that entries due raise a floor to.
  ///   - only: one city's code; nil: all.
  public init(
    month: CalendarMonth, snapshot: Snapshot, targets: TargetList, ledgers: [LedgerEntry],
    dailyVisits: Int, floor: Double, dueMost: Double, city only: String? = nil
  ) {
    self.month = month
    let capacity = Self.capacity(in: month, snapshot.facts.teams, dailyVisits: dailyVisits)
    let due = Self.due(by: month, ledgers)
    let ofCity = targets.indicesByCity
    var lines: [Line] = []
    for (city, visits) in capacity.sorted(by: { $0.key < $1.key })
    where visits > 0 && (only == nil || only == city) {
      var drafted = Self.lines(of: city, month, targets, ofCity[city] ?? [], visits)
      for index in drafted.indices {
        let entries = due[city]?[drafted[index].topic] ?? 0
        let stressed = [.main, .also].contains(drafted[index].level) ? floor : 0
        drafted[index].due = entries
        drafted[index].floor = max(stressed, min(dueMost, Double(entries) / Double(visits)))
      }
      lines += Self.shared(drafted, visits: visits).filter { $0.percent > 0 }
    }
    self.lines = lines
  }

  /// For every city where the month's rounds have standing teams: the visits that these can make.
  private static func capacity(
    in month: CalendarMonth, _ teams: [Team], dailyVisits: Int
  ) -> [String: Int] {
    var capacity: [String: Int] = [:]
    for round in CampaignData.rounds.all {
      let days = (round.firstDay.daysSince1970...round.lastDay.daysSince1970).count {
        CalendarMonth(CalendarDate(daysSince1970: $0)) == month
      }
      guard days > 0 else { continue }
      let scope = PhaseScope(of: round)
      for team in teams where scope.includes(city: team.cityCode) {
        capacity[team.cityCode, default: 0] += days * max(0, team.dailyVisits ?? dailyVisits)
      }
    }
    return capacity
  }

  /// Entries that are due and not done, by city and topic.
  private static func due(
    by month: CalendarMonth, _ ledgers: [LedgerEntry]
  ) -> [String: [String: Int]] {
    let topics = Dictionary(
      CampaignData.ledgerKinds.map { ($0.key, $0.topic) }, uniquingKeysWith: { first, _ in first })
    var due: [String: [String: Int]] = [:]
    for entry in ledgers {
      guard let city = entry.cityCode, let deadline = entry.deadline, entry.state != "done",
        CalendarMonth(deadline) == month, let topic = entry.kind.flatMap({ topics[$0] })
      else { continue }
      due[city, default: [:]][topic, default: 0] += 1
    }
    return due
  }

  /// A line a topic, with what is expected of it.
  private static func lines(
    of city: String, _ month: CalendarMonth, _ targets: TargetList, _ own: [Int], _ visits: Int
  ) -> [Line] {
    let best = Set(
      own.sorted { (-targets.chances[$0], $0) < (-targets.chances[$1], $1) }.prefix(visits))
    var byTopic: [String: Line] = [:]
    for index in own {
      let topic = targets.topic(at: index)
      let level = CampaignData.emphasis(
        of: topic, in: month, city: CampaignData.city(code: city))?.level
      var line =
        byTopic[topic]
        ?? Line(
          city: city, topic: topic, percent: 0, problems: 0, targets: 0, due: 0,
          level: level ?? .usual, floor: 0)
      line.targets += 1
      if best.contains(index) { line.problems += targets.chances[index] }
      byTopic[topic] = line
    }
    return CampaignData.topics.compactMap { byTopic[$0.key] }
  }

  /// The lines with whole percents that add up to 100, where there are targets enough.
  private static func shared(_ lines: [Line], visits: Int) -> [Line] {
    let most = lines.map { min(1, Double($0.targets) / Double(max(1, visits))) }
    let least = zip(lines, most).map { min($0.floor, $1) }
    let shares = ShareFilling(wanted: lines.map(\.problems), least: least, most: most).shares
    let percents = ShareFilling.percents(shares)
    return zip(lines, percents).map { line, percent in
      var line = line
      line.percent = percent
      return line
    }
  }
}

extension TargetList {
  /// The targets of every city, by its code.
  var indicesByCity: [String: [Int]] {
    let townships = evidence.snapshot.facts.townships
    var found: [String: [Int]] = [:]
    for index in 0..<count where self.townships[index] >= 0 {
      found[townships[Int(self.townships[index])].cityCode, default: []].append(index)
    }
    return found
  }
}
