import CampaignData
import Foundation
import Geo
import Inspection

/// The alerts of months, by the rules.
struct MonthlyAlerts: Sendable {
  /// What rules are told.
  struct Settings: Sendable {
    /// Alerted cells by city and reason.
    var count: Int
    var isWeatherNormalised: Bool
    var escalation: EscalationRule
  }

  let settings: Settings
  let cells: CellLayer
  /// Which cells may be alerted.
  let candidates: [Bool]
  let field: MonthlyField
  /// Who was alerted when; grows with the months.
  private(set) var history: [(cellID: String, month: CalendarMonth)]
  /// What was found, month by month.
  private(set) var found: [FoundAlert] = []

  /// Starts with what is known of earlier alerts.
  init(
    _ settings: Settings, cells: CellLayer, candidates: [Bool], field: MonthlyField,
    history: [(cellID: String, month: CalendarMonth)]
  ) {
    self.settings = settings
    self.cells = cells
    self.candidates = candidates
    self.field = field
    self.history = history
  }

  /// Finds the alerts of a month, which must come in order; notes what could not be compared.
  mutating func add(_ month: CalendarMonth, _ record: inout AnalysisRecord) {
    guard let values = field.values[month] else {
      record.warn(
        "months", zh: "\(month)：没有数据，跳过。", en: "\(month): no data, left out.")
      return
    }
    let hash = field.inputHash(of: month)
    var alerts: [FoundAlert] = []
    func take(_ found: [CellAlert], _ rule: String) {
      alerts += found.map {
        FoundAlert(
          cell: $0.cell, period: month.description, reason: $0.reason, value: $0.value,
          change: $0.change, rule: rule, inputHash: hash)
      }
    }
    let level = HighestLevelRule(count: settings.count)
    take(
      level.alerts(values: values, cities: cells.cities, candidates: candidates),
      HighestLevelRule.version)
    for (reason, earlier) in [
      (AlertReason.yearOnYear, month - 12), (.monthOnMonth, month - 1),
    ] {
      guard let before = field.values[earlier] else {
        record.warn(
          "months", zh: "\(month)：没有 \(earlier) 的数据，不作比较。",
          en: "\(month): no data of \(earlier), so no change against it.")
        continue
      }
      let rule = WorstChangeRule(
        count: settings.count, reason: reason,
        isWeatherNormalised: settings.isWeatherNormalised,
        error: field.error(of: month, against: earlier))
      let outcome = rule.outcome(
        values: values, before: before, cities: cells.cities, candidates: candidates)
      take(outcome.alerts, rule.version)
      note(outcome, rule, month, earlier, &record)
    }
    escalate(alerts, month, hash, &record)
  }

  private mutating func escalate(
    _ alerts: [FoundAlert], _ month: CalendarMonth, _ hash: String,
    _ record: inout AnalysisRecord
  ) {
    var alerts = alerts
    history += alerts.map { (cells.ids[$0.cell], month) }
    let values = Dictionary(alerts.map { (cells.ids[$0.cell], $0) }) { first, _ in first }
    for due in settings.escalation.escalations(in: month, history: history) {
      // A cell that only others alerted in that month is theirs to escalate.
      guard let alert = values[due.cellID] else { continue }
      alerts.append(
        FoundAlert(
          cell: alert.cell, period: month.description, reason: .accumulated, value: alert.value,
          change: nil, rule: EscalationRule.version, inputHash: hash,
          repeats: .init(consecutive: due.consecutive, total: due.total)))
      record.note(
        "notice",
        zh: "\(month)：网格 \(due.cellID) 连续 \(due.consecutive) 个月、累计 \(due.total) 个月被预警，达到公开通报条件。",
        en: "\(month): cell \(due.cellID) was alerted \(due.consecutive) months running and"
          + " \(due.total) in all: due for a public notice.")
    }
    found += alerts
  }

  private func note(
    _ outcome: WorstChangeRule.Outcome, _ rule: WorstChangeRule, _ month: CalendarMonth,
    _ earlier: CalendarMonth, _ record: inout AnalysisRecord
  ) {
    if let error = rule.error, !outcome.withheld.isEmpty {
      let size = String(format: "%.1f", error)
      record.note(
        "withheld",
        zh: "\(month) 对 \(earlier)：\(outcome.withheld.count) 个网格的变化小于误差 \(size) µg/m³，不预警。",
        en: "\(month) on \(earlier): cells not alerted because their change is below its error of"
          + " \(size) ug/m3: \(outcome.withheld.count).")
    }
    let better = outcome.alerts.count { ($0.change ?? 0) <= 0 }
    if better > 0 {
      record.note(
        "better",
        zh: "\(month) 对 \(earlier)：\(better) 个预警网格其实在改善，只是在本市改善最少（按名次，无阈值）。",
        en: "\(month) on \(earlier): alerted cells that got no worse, only better than no other of"
          + " their city (by rank, no threshold): \(better).")
    }
  }
}
