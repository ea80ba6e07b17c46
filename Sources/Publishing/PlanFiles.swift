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
    let days = plan.day(day)
    let staged = try StagedFolder(for: folder)
    try staged.write(StopList.text(of: days, facts: facts, language: language), to: targetsName)
    try staged.write(
      CoverageList.text(of: plan.coverage, facts: facts, language: language), to: coverageName)
    try staged.write(CityTable(plan, facts: facts, date: day).json.lines(depth: 2), to: citiesName)
    try staged.write(PlanRecord.json(of: plan).lines(depth: 3), to: recordName)
    try staged.makeFolder("routes")
    for teamDay in days {
      let name = routeName(team: facts.teams[teamDay.team].id)
      let document = RouteDocument.geoJSON(
        of: teamDay, plan: plan, facts: facts, path: paths[teamDay.team])
      try staged.write(document, to: name)
    }
    try PlanLayers.write(
      days, of: plan, facts: facts, paths: paths, to: staged.path + "/targets.gpkg")
    try staged.publish()
  }

  /// All files of a day with routes of some teams.
  public static func names(teams: [String]) -> [String] {
    [targetsName, coverageName, citiesName, recordName, "targets.gpkg"] + teams.map(routeName)
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
  ///
  /// What a file's name cannot hold is written as `%` and its bytes in hexadecimal.
  public static func routeName(team: String) -> String {
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
    return "routes/\(name).geojson"
  }
}
