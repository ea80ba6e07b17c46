public import CampaignData
public import Inspection

/// A day's plan by city: teams, targets, townships visited and planned, problems to expect.
public struct CityTable: Sendable {
  /// The day.
  public let date: CalendarDate
  /// The round.
  public let round: Int
  /// A standing a city, in the order of `Data/tables/cities.csv`.
  public private(set) var cities: [CityStanding]
  /// All cities together.
  public let total: CityStanding

  /// Counts a plan's day.
  ///
  /// Teams and targets count for the team's city, townships for their own.
  public init(_ plan: Plan, facts: Facts, date: CalendarDate) {
    self.init(
      standing: plan.coverage, days: plan.day(date), facts: facts, round: plan.round, date: date)
  }

  private init(
    standing: [TownshipCoverage], days: [TeamDay], facts: Facts, round: Int, date: CalendarDate
  ) {
    var cities: [String: CityStanding] = [:]
    func update(_ code: String, _ change: (inout CityStanding) -> Void) {
      change(&cities[code, default: CityStanding(code: code)])
    }
    for team in facts.teams { update(team.cityCode) { $0.teams += 1 } }
    for township in standing {
      update(facts.townships[township.township].cityCode) { $0.add(township) }
    }
    for day in days { update(facts.teams[day.team].cityCode) { $0.add(day) } }
    let known = CampaignData.cities.map(\.code)
    let others = cities.keys.filter { !known.contains($0) }.sorted()
    self.init(date: date, round: round, cities: (known + others).compactMap { cities[$0] })
  }

  init(date: CalendarDate, round: Int, cities: [CityStanding]) {
    self.date = date
    self.round = round
    self.cities = cities
    var total = CityStanding(code: "")
    for city in cities { total.add(city) }
    self.total = total
  }

  /// The same without its cities: what may be said of a secret plan.
  public var totalAlone: CityTable {
    var table = self
    table.cities = []
    return table
  }

  /// The table for a terminal, with a line of totals.
  public func text(_ language: Language) -> String {
    var table = TextTable(
      CampaignData.columns(ofList: "cities").map { column in
        let heading = language.pick(zh: column.headingZH, en: column.headingEN)
        return (heading, column.key == "city" ? .left : .right)
      })
    for city in cities {
      table.append(row(city, name: language.pick(zh: city.nameZH, en: city.nameEN)))
    }
    table.appendFooter(row(total, name: language.pick(zh: "合计", en: "all")))
    return table.text
  }

  /// The table as JSON.
  public var json: JSONText {
    .object([
      .init("round", .integer(round)),
      .init("date", .string(date.description)),
      .init("cities", .array(cities.map { .object(Self.names($0) + Self.counts($0)) })),
      .init("total", .object(Self.counts(total))),
    ])
  }

  private func row(_ city: CityStanding, name: String) -> [String] {
    [name]
      + [city.teams, city.targets, city.visitedEver, city.covered, city.townships].map {
        String($0)
      }
      + [Decimal.text(city.expected, places: 1)]
  }

  private static func names(_ city: CityStanding) -> [JSONText.Member] {
    [
      .init("code", .string(city.code)), .init("name_zh", .string(city.nameZH)),
      .init("name_en", .string(city.nameEN)),
    ]
  }

  private static func counts(_ city: CityStanding) -> [JSONText.Member] {
    [
      .init("teams", .integer(city.teams)),
      .init("targets", .integer(city.targets)),
      .init("townships_visited", .integer(city.visitedEver)),
      .init("townships_visited_in_round", .integer(city.visitedInRound)),
      .init("townships_planned", .integer(city.planned)),
      .init("townships_covered", .integer(city.covered)),
      .init("townships", .integer(city.townships)),
      .init("expected_problems", .decimal(city.expected, places: 2)),
    ]
  }
}
