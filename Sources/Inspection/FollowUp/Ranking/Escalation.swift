public import CampaignData
import Geo

/// Which cells, counties and cities are due for more than a correction.
///
/// Cells by the announcement of 2018-08-26 (`EscalationRule`), with their counties. Cities by the
/// plan of 2018, section 5.5, which names concentrated problems and slack correction without numbers:
/// concentrated are problems of which there are more than the very sites visited would give, surely
/// enough; slack is correction if the part overdue is surely above a limit. Both: an interview, one:
/// supervision. The numbers are settings of the group `ranking`.
public struct Escalation: Sendable {
  /// Limits of the rule for cities.
  public struct Limits: Sendable, Hashable {
    /// How sure it must be that a city has more than expected.
    public var excessChance: Double
    /// The part overdue above which correction is slack.
    public var overdueShare: Double
    /// Problems that must have been due before correction is judged.
    public var fewestDue: Int

    /// Makes the limits.
    public init(excessChance: Double, overdueShare: Double, fewestDue: Int) {
      self.excessChance = excessChance
      self.overdueShare = overdueShare
      self.fewestDue = fewestDue
    }
  }

  /// Problems that are due by a day, and those of them that are overdue.
  public struct Correction: Sendable {
    /// The day.
    public let day: CalendarDate

    /// By what was due before a day.
    public init(before day: CalendarDate) { self.day = day }

    /// True if a problem's deadline has passed, or somebody wrote that it has.
    public func isDue(_ problem: FoundProblem) -> Bool {
      problem.state == "overdue" || problem.deadline.map { $0 < day } ?? false
    }

    /// True if it is due and was not corrected, or came back.
    public func isOverdue(_ problem: FoundProblem) -> Bool {
      isDue(problem) && problem.state != "rectified" && problem.state != "verified"
        && problem.state != "returned"
    }
  }

  /// Cells that are due, by identifier.
  public let cells: [EscalatedCell]
  /// Counties with such cells, most cells first.
  public let counties: [CountyEscalation]
  /// All cities with visits, gravest first.
  public let cities: [CityEscalation]

  /// Judges what is known.
  ///
  /// - Parameters:
  ///   - month: The month whose alerts are looked at.
  ///   - ranking: The cities' ranking by problems, from the same visits.
  public init(
    _ snapshot: Snapshot, month: CalendarMonth?, rule: EscalationRule, visits: [JudgedVisit],
    ranking: Ranking, limits: Limits
  ) throws {
    let facts = snapshot.facts
    let correction = Correction(before: snapshot.asOf.date)
    cells = try month.map { try Self.cells(facts, month: $0, rule: rule) } ?? []
    let places = Dictionary(
      visits.map { ($0.id, (county: $0.countyCode, city: $0.cityCode)) }
    ) { first, _ in first }
    var problems: [String: [FoundProblem]] = [:]
    for problem in facts.problems {
      guard let place = places[problem.visitID] else { continue }
      problems[place.county, default: []].append(problem)
      problems[place.city, default: []].append(problem)
    }
    counties = Self.counties(cells, facts, problems: problems, correction)
    cities = Self.cities(
      ranking, visits: visits, problems: problems, sites: Self.sites(of: visits, facts),
      correction, limits)
  }

  private static func cells(
    _ facts: Facts, month: CalendarMonth, rule: EscalationRule
  ) throws -> [EscalatedCell] {
    let monthly: Set<String> = ["level", "year_on_year", "month_on_month"]
    let alerts = facts.alerts.filter { monthly.contains($0.reason) }.compactMap { alert in
      CalendarMonth(alert.period).map { (alert: alert, month: $0) }
    }
    let due = rule.escalations(in: month, history: alerts.map { ($0.alert.cellID, $0.month) })
    let counties = try CellCounties(facts, cells: due.map(\.cellID))
    let evidence = Dictionary(grouping: alerts.filter { $0.month <= month }, by: \.alert.cellID)
    return due.map { cell in
      EscalatedCell(
        cellID: cell.cellID, consecutive: cell.consecutive, total: cell.total,
        countyCode: counties.code(ofCell: cell.cellID),
        alertIDs: (evidence[cell.cellID] ?? []).map(\.alert.id))
    }
  }

  private static func counties(
    _ cells: [EscalatedCell], _ facts: Facts, problems: [String: [FoundProblem]],
    _ correction: Correction
  ) -> [CountyEscalation] {
    let cities = Dictionary(facts.townships.map { ($0.countyCode, $0.cityCode) }) { first, _ in
      first
    }
    return Dictionary(grouping: cells, by: \.countyCode).map { county, own in
      CountyEscalation(
        countyCode: county, cityCode: cities[county] ?? "", cellIDs: own.map(\.cellID),
        problems: problems[county]?.count ?? 0,
        overdue: problems[county]?.count(where: correction.isOverdue) ?? 0)
    }.sorted { (-$0.cellIDs.count, $0.countyCode) < (-$1.cellIDs.count, $1.countyCode) }
  }

  /// How many sites were visited in each city.
  private static func sites(of visits: [JudgedVisit], _ facts: Facts) -> [String: Int] {
    let sites = Dictionary(facts.visits.map { ($0.id, $0.siteID) }) { first, _ in first }
    return Dictionary(grouping: visits, by: \.cityCode).mapValues { own in
      Set(own.compactMap { sites[$0.id] }).count
    }
  }

  private static func cities(
    _ ranking: Ranking, visits: [JudgedVisit], problems: [String: [FoundProblem]],
    sites: [String: Int], _ correction: Correction, _ limits: Limits
  ) -> [CityEscalation] {
    let own = Dictionary(grouping: visits, by: \.cityCode)
    let cities = ranking.units.map { unit in
      let found = problems[unit.key] ?? []
      let due = found.filter(correction.isDue)
      let overdue = due.filter(correction.isOverdue)
      let rate = Proportion(overdue.count, of: due.count)
      let known = own[unit.key] ?? []
      return CityEscalation(
        cityCode: unit.key, found: Proportion(known.count(where: \.isHit), of: known.count),
        ratio: unit.shrunk, interval: unit.interval, excessChance: 1 - unit.belowMean,
        overdue: rate, problems: found.count,
        perSite: Double(found.count) / Double(sites[unit.key] ?? 0),
        isConcentrated: 1 - unit.belowMean >= limits.excessChance,
        isSlack: rate.trials >= limits.fewestDue
          && rate.interval.lowerBound > limits.overdueShare,
        overdueIDs: overdue.map(\.id))
    }
    let order: [CityEscalation.Measure] = [.interview, .supervision, .none]
    return cities.sorted { first, second in
      let places = (order.firstIndex(of: first.measure), order.firstIndex(of: second.measure))
      if places.0 != places.1 { return (places.0 ?? 0) < (places.1 ?? 0) }
      return (-first.excessChance, first.cityCode) < (-second.excessChance, second.cityCode)
    }
  }
}
