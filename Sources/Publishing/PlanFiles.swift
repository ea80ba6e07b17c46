public import CampaignData
public import Inspection

/// The files of a day: what teams take along and what coordinators look at.
///
/// `targets.csv` and `targets.gpkg` hold all teams' stops, `coverage.csv` every township,
/// `routes/TEAM.geojson` a team's route and `cities.json` the table by city.
public enum PlanFiles {
  /// Writes a day of a plan to a folder, `plans/DATE` in a workspace.
  ///
  /// All files are put together beside the folder and moved in when complete. The same plan gives
  /// the same bytes, the GeoPackage the same content. Only the headings of CSV depend on the
  /// language. `paths` are the teams' ways by road, by index of the team; without one a route is
  /// drawn straight. Throws `PublishingError` or `GDALError`.
  public static func write(
    _ plan: Plan, of snapshot: Snapshot, day: CalendarDate, to folder: String,
    language: Language = .en, paths: [Int: RoadPath] = [:]
  ) throws {
    try write(
      plan, facts: snapshot.facts, day: day, to: folder, language: language, paths: paths)
  }

  static func write(
    _ plan: Plan, facts: Facts, day: CalendarDate, to folder: String, language: Language,
    paths: [Int: RoadPath] = [:]
  ) throws {
    try bundle(
      plan, DayDisclosure(all: plan), facts: facts, day: day, language: language, paths: paths
    ).write(to: folder)
  }

  /// The same files in memory; those of a secret plan tell nothing of the days after this one.
  public static func bundle(
    _ plan: Plan, of snapshot: Snapshot, day: CalendarDate, isSecret: Bool,
    language: Language = .en, paths: [Int: RoadPath] = [:]
  ) throws -> FileBundle {
    let hidesDays = isSecret && day < plan.days.upperBound
    let known = hidesDays ? DayDisclosure(plan, through: day) : DayDisclosure(all: plan)
    return try bundle(
      plan, known, facts: snapshot.facts, day: day, language: language, paths: paths)
  }

  static func bundle(
    _ plan: Plan, _ known: DayDisclosure, facts: Facts, day: CalendarDate, language: Language,
    paths: [Int: RoadPath]
  ) throws -> FileBundle {
    let days = plan.ownLists(on: day)
    var files = FileBundle()
    files.add(StopList.text(of: days, facts: facts, language: language), as: targetsName)
    files.add(
      CoverageList.text(of: known.plan.coverage, facts: facts, language: language),
      as: coverageName)
    files.add(CityTable(known.plan, facts: facts, date: day).json.lines(depth: 2), as: citiesName)
    files.add(PlanRecord.json(of: plan, known).lines(depth: 3), as: recordName)
    files.addFolder("routes")
    for teamDay in days {
      let document = RouteDocument.geoJSON(
        of: teamDay, plan: plan, facts: facts, path: paths[teamDay.team])
      files.add(document, as: routeName(team: facts.teams[teamDay.team].id))
    }
    try files.add("targets.gpkg") { path in
      try PlanLayers.write(days, of: plan, facts: facts, paths: paths, to: path)
    }
    return files
  }

  /// The table of stops.
  public static let targetsName = "targets.csv"
  /// The table of townships.
  public static let coverageName = "coverage.csv"
  /// By what the plan was made.
  public static let recordName = "plan.json"
  /// The table by city.
  public static let citiesName = "cities.json"

  /// A team's route within the folder of its day, as in `routes/t1.geojson`.
  public static func routeName(team: String) -> String { "routes/\(fileName(team: team)).geojson" }

  /// A team's identifier as the name of a file, without an ending.
  ///
  /// What a file's name cannot hold is written as `%` and its bytes in hexadecimal.
  public static func fileName(team: String) -> String {
    var name = ""
    for character in team.unicodeScalars {
      let isForbidden =
        "/\\:*?\"<>|%".unicodeScalars.contains(character) || character.value < 0x20
        || (name.isEmpty && character == ".")
      if isForbidden {
        let digits = String(character.value, radix: 16, uppercase: true)
        name += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        name.unicodeScalars.append(character)
      }
    }
    return name
  }
}
