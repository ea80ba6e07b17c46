public import CampaignData

/// What files of sheets are called.
public enum SheetName {
  /// One team's, as in `2018-12-24_石家庄_01组.pdf`: date, city and the team's number; a team whose
  /// name has none is named by it.
  public static func file(of sheet: SheetContents) -> String {
    let team = number(of: sheet.route.team).map { "\(two($0))组" } ?? sheet.route.team
    return name(sheet.route.date, sheet.route.cityCode, team)
  }

  /// A city's overview, as in `2018-12-24_石家庄_总览.pdf`.
  public static func overview(of city: SheetCity, date: CalendarDate) -> String {
    name(date, city.code, "总览")
  }

  /// All teams of a day in one file, as in `2018-12-24_任务单.pdf`.
  public static func day(_ date: CalendarDate) -> String { "\(date)_任务单.pdf" }

  /// The names of sheets' files in their order; where two would be the same, all of these end in the
  /// team's identifier.
  public static func files(of sheets: [SheetContents]) -> [String] {
    let names = sheets.map(file)
    let counts = names.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return zip(names, sheets).map { name, sheet in
      guard counts[name, default: 0] > 1 else { return name }
      return "\(name.dropLast(4))_\(PlanFiles.fileName(team: sheet.route.teamID)).pdf"
    }
  }

  private static func name(_ date: CalendarDate, _ city: String, _ rest: String) -> String {
    let full = CityNames.name(city, in: .zh)
    let short = full.count > 2 && full.hasSuffix("市") ? String(full.dropLast()) : full
    // Names become parts of a path, as identifiers of teams do.
    return "\(date)_\(PlanFiles.fileName(team: short))_\(PlanFiles.fileName(team: rest)).pdf"
  }

  /// The number in a team's name, as in 石家庄1组; nil for a name without one.
  private static func number(of team: String) -> Int? {
    guard team.hasSuffix("组") else { return nil }
    return Int(
      String(String(team.dropLast().reversed().prefix { $0.isASCII && $0.isNumber }).reversed()))
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
