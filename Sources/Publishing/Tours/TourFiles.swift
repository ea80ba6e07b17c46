public import CampaignData
import Geo
public import Inspection

/// The files of a tour: its itinerary, its lists and its routes.
public struct TourFiles {
  private let tour: Tour
  private let name: String
  private let snapshot: Snapshot
  private let language: Language
  /// The facts with the groups in the place of the teams.
  private let facts: Facts

  /// Takes a tour with the facts that it rests on; headings are in a language.
  public init(_ tour: Tour, name: String, of snapshot: Snapshot, language: Language) {
    self.tour = tour
    self.name = name
    self.snapshot = snapshot
    self.language = language
    var facts = snapshot.facts
    facts.teams = tour.groups.enumerated().flatMap { number, group in
      group.days.map { day in
        var team = snapshot.facts.teams[group.team]
        team.name = Self.groupName(number, team)
        team.cityCode = tour.cities[day.city].code
        team.base = tour.cities[day.city].centre
        return team
      }
    }
    self.facts = facts
  }

  /// What a group is called: its number and the team that goes.
  static func groupName(_ number: Int, _ team: Team) -> String {
    "特别行动\(number + 1)组（\(team.name)）"
  }

  /// All files, or of one day those that tell nothing of the others.
  ///
  /// `targets.csv` holds the stops, `routes/TEAM-DATE` each day's way as GeoJSON, GPX and KML;
  /// `itinerary.csv` and `tour.json`, which tell of all days, are in the whole alone. Throws
  /// `PublishingError`.
  public func bundle(day: CalendarDate? = nil) throws -> FileBundle {
    let days = numbered.filter { day == nil || $0.day.date == day }
    var files = FileBundle()
    files.add(
      StopList.text(of: days.map(\.list), facts: facts, language: language),
      as: PlanFiles.targetsName)
    files.addFolder("routes")
    for one in days { try addRoutes(of: one, to: &files) }
    guard day == nil else { return files }
    files.add(itinerary.csv(language), as: "itinerary.csv")
    files.add(record.lines(depth: 2), as: "tour.json")
    return files
  }

  /// The itinerary.
  public var itinerary: TourItinerary { TourItinerary(tour, facts: snapshot.facts) }

  /// A day with its list, whose team is one of the facts with groups.
  private struct Numbered {
    let day: Tour.Day
    let list: TeamDay
  }

  private var numbered: [Numbered] {
    tour.groups.flatMap(\.days).enumerated().map { number, day in
      var list = day.list
      list.team = number
      return Numbered(day: day, list: list)
    }
  }

  private func addRoutes(of one: Numbered, to files: inout FileBundle) throws {
    let team = facts.teams[one.list.team]
    let document = RouteDocument.geoJSON(
      of: one.list, plan: plan, facts: facts, path: path(of: one))
    let file = "routes/\(PlanFiles.fileName(team: team.id))-\(one.day.date)"
    files.add(document, as: file + ".geojson")
    let parsed = try JSONText(parsing: document)
    let route = try PlannedRoute(parsed, file: file)
    files.add(GPXDocument.text(of: route, language: language), as: file + ".gpx")
    files.add(
      KMLDocument.text(
        of: [route], colours: TeamColours(snapshot.facts.teams), language: language),
      as: file + ".kml")
  }

  /// The way from last night's city over the centre and the stops back to the centre.
  private func path(of one: Numbered) -> RoadPath? {
    let centre = tour.cities[one.day.city].centre
    let start = one.day.from.map { tour.cities[$0].centre }
    let places = [start, centre].compactMap(\.self) + one.list.stops.map(\.target.position)
    guard !one.list.stops.isEmpty else { return nil }
    return RoadPath(
      coordinates: places + [centre], distance: one.list.distance, source: "straight")
  }

  /// What routes need to know of a plan.
  private var plan: Plan {
    let dates = tour.groups.flatMap(\.days).map(\.date)
    let first = dates.min() ?? tour.madeAsOf.date
    return Plan(
      round: CampaignData.rounds.containing(first)?.number ?? 0,
      days: first...(dates.max() ?? first), madeAsOf: tour.madeAsOf,
      seedCommitment: tour.seedCommitment, settingsHash: tour.settingsHash,
      teamDays: numbered.map(\.list), coverage: [])
  }

  private var record: JSONText {
    .object([
      .init("tour", .string(name)), .init("made_as_of", .string(tour.madeAsOf.description)),
      .init("seed_commitment", .string(tour.seedCommitment)),
      .init("settings_hash", .string(tour.settingsHash)),
      .init("cities", .array(tour.cities.map { .string($0.code) })),
      .init("expected_problems", .decimal(tour.expected, places: 3)),
      .init("bound", .decimal(tour.bound, places: 3)),
      .init("solved_days", .integer(tour.solvedDays)), .init("days", itinerary.json),
    ])
  }
}
