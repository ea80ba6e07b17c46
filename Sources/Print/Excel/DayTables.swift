import CampaignData
import Geo
import Inspection
import Publishing
import Terminal

/// What the sheets of a day's workbook hold: rows of values for `Data/tables/workbook_columns.csv`.
struct DayTables {
  let date: CalendarDate
  let plan: PlanIdentity
  /// The only team listed; nil: all.
  let team: String?
  /// The stops, by team and order.
  let stops: [PlannedRow]
  /// The townships' standing.
  let coverage: [PlannedRow]
  /// All teams, by identifier.
  let teams: [Team]
  /// The last visit known to each target.
  let lastVisits: [String: Visit]
  let language: Language

  /// The stops that teams are to make, one a row.
  func tasks(_ columns: [WorkbookColumn]) -> [[CellValue]] {
    stops.map { stop in columns.map { task($0, stop) } }
  }

  /// The teams with what they have to do; those without a stop too.
  func teams(_ columns: [WorkbookColumn]) -> [[CellValue]] {
    let own = Dictionary(grouping: stops) { $0["team_id"] }
    return teams.map { team in
      let summary = TeamSummary(own[team.id] ?? [])
      return columns.map { column in
        switch column.key {
        case "team_id": .text(team.id)
        case "team": .words(team.name)
        case "city": .words(city(code: team.cityCode))
        default: summary.value(column.key)
        }
      }
    }
  }

  /// Townships that no team visits in the round, with the reason.
  func unassigned(_ columns: [WorkbookColumn]) -> [[CellValue]] {
    coverage.filter { !$0["gap"].isEmpty }.map { township in
      columns.map { column in
        switch column.key {
        case "township_code": .words(township["code"])
        case "township": .words(township["name"])
        case "city": .words(city(code: township["city_code"]))
        case "visits_ever": .number(township["visits_ever"])
        case "gap": .words(township[language.pick(zh: "gap_zh", en: "gap_en")])
        default: .words(township[column.key])
        }
      }
    }
  }

  /// What the columns of all sheets mean.
  func columns(_ columns: [WorkbookColumn]) -> [[CellValue]] {
    CampaignData.workbookSheets.flatMap { sheet in
      sheet.columns.map { meant in
        columns.map { column in
          switch column.key {
          case "sheet": .text(language.pick(zh: sheet.zh, en: sheet.en))
          case "heading": .text(language.pick(zh: meant.zh, en: meant.en))
          case "key": .text(meant.key)
          case "unit": .words(meant.unit)
          case "values": .words(allowed(meant))
          default: .words(language.pick(zh: meant.descriptionZH, en: meant.descriptionEN))
          }
        }
      }
    }
  }

  /// The words of a vocabulary in the workbook's language, in order.
  func words(of vocabulary: String) -> [String] {
    (CampaignData.vocabulary(named: vocabulary)?.terms ?? []).map {
      language.pick(zh: $0.zh, en: $0.en)
    }
  }

  private func task(_ column: WorkbookColumn, _ stop: PlannedRow) -> CellValue {
    if column.role == .result || column.role == .edit { return .empty }
    switch column.key {
    case "order", "chance": return .number(stop[column.key])
    case "date": return .date(stop["date"])
    case "arrival": return .moment(stop["arrival"])
    case "city": return .words(city(named: stop["city"]))
    case "kind", "basis": return .words(word(column, stop[column.key]))
    case "reasons": return .words(stop[language.pick(zh: "reasons_zh", en: "reasons_en")])
    case "last_visit":
      return lastVisits[stop["target_id"]].map { .date($0.visitedAt.date) } ?? .empty
    case "last_outcome":
      return .words(lastVisits[stop["target_id"]].map { word(column, $0.outcome) } ?? "")
    case "navigation": return navigation(stop)
    case "stop_id": return .text(Self.stopID(stop, of: plan))
    case "plan_id": return .text(plan.id)
    default: return .words(stop[column.key])
    }
  }

  /// A stop's identifier as the table `stops` has it.
  static func stopID(_ stop: PlannedRow, of plan: PlanIdentity) -> String {
    "\(plan.id)/\(plan.round)-\(stop["date"])-\(stop["team_id"])-\(stop["order"])"
  }

  private func navigation(_ stop: PlannedRow) -> CellValue {
    guard let x = Double(stop["lon"]), let y = Double(stop["lat"]) else { return .empty }
    let place = AmapLink.Place(
      name: "\(stop["order"]) \(stop["name"])", position: Coordinate(x, y))
    return .link(
      AmapLink.navigation(to: place), text: language.pick(zh: "导航", en: "navigate"))
  }

  private func word(_ column: WorkbookColumn, _ key: String) -> String {
    guard let term = column.vocabulary.flatMap(CampaignData.vocabulary(named:))?.term(key: key)
    else { return key }
    return language.pick(zh: term.zh, en: term.en)
  }

  private func allowed(_ column: WorkbookColumn) -> String {
    guard let vocabulary = column.vocabulary, column.role != .plan else { return "" }
    return words(of: vocabulary).joined(separator: language.pick(zh: "；", en: "; "))
  }

  private func city(code: String) -> String {
    CampaignData.city(code: code).map { language.pick(zh: $0.nameZH, en: $0.nameEN) } ?? code
  }

  /// A city as lists name it, in Chinese.
  private func city(named name: String) -> String {
    CampaignData.cities.first { $0.nameZH == name }.map {
      language.pick(zh: $0.nameZH, en: $0.nameEN)
    } ?? name
  }
}
