import CampaignData
import Inspection
import Publishing
import Terminal

/// What a plan comes to: the table by city, what is not covered, and where the files are.
struct PlanSummary {
  private let table: CityTable
  private let uncovered: Int
  private let folder: String

  /// Of a secret plan only the total: that a city is left out of a day is part of it.
  init(_ plan: Plan, facts: Facts, date: CalendarDate, folder: String, isSecret: Bool) {
    let all = CityTable(plan, facts: facts, date: date)
    table = isSecret ? all.totalAlone : all
    uncovered = plan.coverage.count { $0.gap != nil && $0.gap != .outsidePhase }
    self.folder = folder
  }

  /// Prints the table as the result and the rest as messages.
  func show(_ console: Console) {
    console.result(
      table.text(console.language),
      json: .object([.init("folder", .string(folder)), .init("table", table.json)]))
    console.say(
      zh: "第 \(table.round) 轮，\(table.date)；未能覆盖的乡镇 \(uncovered) 个；文件：\(folder)",
      en:
        "Round \(table.round), \(table.date); townships not covered: \(uncovered); files: \(folder)"
    )
  }
}
