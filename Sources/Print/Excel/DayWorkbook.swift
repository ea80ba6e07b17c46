import CampaignData
import Inspection
import Publishing
import Terminal

/// The workbook of a planned day: what teams do, by team, what nobody does, what columns mean, and
/// hidden sheets by which it is known again when it comes back filled in.
struct DayWorkbook {
  let tables: DayTables

  /// Rows below the list in which visits and targets may be added.
  private static let spareRows = 60
  private static let listsSheet = "_lists"

  private var language: Language { tables.language }

  /// Writes the workbook to a path; it is there whole or not at all.
  ///
  /// Throws `CommandFailure` if it cannot be written.
  func write(to path: String) throws {
    var workbook = try Workbook(
      for: path,
      title: "\(tables.date) \(language.pick(zh: "检查任务", en: "inspections")) \(tables.plan.id)",
      created: tables.plan.madeAsOf)
    var titles: [String: String] = [:]
    for sheet in CampaignData.workbookSheets {
      let title = language.pick(zh: sheet.zh, en: sheet.en)
      titles[sheet.key] = title
      let writer = try workbook.addSheet(title)
      let rows = rows(of: sheet)
      writer.write(
        sheet.columns, rows, language: language, frozen: sheet.key == "tasks" ? 3 : 1,
        footer: "\(tables.date)  \(tables.plan.id)")
      if sheet.key == "tasks" { hold(writer, sheet.columns, rows: rows.count) }
    }
    try addLists(&workbook, teamsTitle: titles["teams"] ?? "")
    try addOrigin(&workbook, tasksTitle: titles["tasks"] ?? "")
    try workbook.close()
  }

  private func rows(of sheet: WorkbookSheet) -> [[CellValue]] {
    switch sheet.key {
    case "tasks": tables.tasks(sheet.columns)
    case "teams": tables.teams(sheet.columns)
    case "unassigned": tables.unassigned(sheet.columns)
    default: tables.columns(sheet.columns)
    }
  }

  /// Holds what people fill in to words, times and numbers that can be read back.
  private func hold(_ sheet: SheetWriter, _ columns: [WorkbookColumn], rows: Int) {
    for (column, definition) in columns.enumerated() {
      guard let rule = rule(definition) else { continue }
      sheet.hold(column, rows: rows + Self.spareRows, to: rule, language: language)
    }
  }

  private func rule(_ column: WorkbookColumn) -> CellRule? {
    switch (column.role, column.key) {
    case (.plan, "team_id"): return .word(ofRange: Self.range("team_id"))
    case (.plan, "order"): return .whole(1...99)
    case (.result, "visited_at"):
      let last = CampaignData.rounds.round(tables.plan.round)?.lastDay ?? tables.date
      return .moment(tables.date, max(tables.date, last))
    case (.result, _), (.edit, _):
      guard let vocabulary = column.vocabulary else { return nil }
      return column.key == "problem_type"
        ? .wordOrOther(ofRange: Self.range(vocabulary)) : .word(ofRange: Self.range(vocabulary))
    default: return nil
    }
  }

  /// The name of a list's cells.
  private static func range(_ list: String) -> String { "hotspot_\(list)" }

  /// Adds the hidden sheet of words to choose from: a list longer than 255 characters cannot stand in
  /// a rule itself.
  private func addLists(_ workbook: inout Workbook, teamsTitle: String) throws {
    let sheet = try workbook.addSheet(Self.listsSheet)
    let columns = CampaignData.workbookSheet("tasks")?.columns ?? []
    let vocabularies = columns.filter { $0.role != .plan }.compactMap(\.vocabulary)
    let lists = vocabularies.map { ($0, tables.words(of: $0)) }
    let height = lists.map(\.1.count).max() ?? 0
    sheet.writePlain(
      [lists.map { .text($0.0) }]
        + (0..<height).map { row in
          lists.map { row < $0.1.count ? .text($0.1[row]) : .empty }
        })
    for (column, list) in lists.enumerated() {
      let letter = String(UnicodeScalar(UInt8(65 + column)))
      workbook.define(
        Self.range(list.0),
        as: "='\(Self.listsSheet)'!$\(letter)$2:$\(letter)$\(list.1.count + 1)")
    }
    workbook.define(
      Self.range("team_id"), as: "='\(teamsTitle)'!$A$2:$A$\(max(2, tables.teams.count + 1))")
    sheet.hide()
  }

  /// Adds the hidden sheet that says which plan the workbook is of.
  private func addOrigin(_ workbook: inout Workbook, tasksTitle: String) throws {
    let plan = tables.plan
    let sheet = try workbook.addSheet(CampaignData.workbookOriginSheet)
    sheet.writePlain(
      [
        (CampaignData.workbookOriginMark, "value"), ("plan_id", plan.id),
        ("round", String(plan.round)), ("date", tables.date.description),
        ("made_as_of", plan.madeAsOf.description), ("settings_hash", plan.settingsHash),
        ("version", Program.version), ("tasks", tasksTitle),
        ("team", tables.team ?? ""),
        ("stops", String(tables.stops.count)),
      ].map { [.text($0.0), .text($0.1)] })
    sheet.hide()
  }
}
