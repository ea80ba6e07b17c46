import CampaignData
import Foundation
import Geo
import Inspection
import Publishing

/// Alerts for people and programs.
struct AlertSummary {
  let alerts: [FoundAlert]
  let cells: CellLayer
  /// The file or workspace that they went to; nil if nothing was kept.
  let target: String?
  let record: AnalysisRecord

  /// A line an alert.
  func text(_ language: Language) throws -> String {
    let middles = try AlertFile.middles(of: cells)
    var table = TextTable([
      (language.pick(zh: "时段", en: "Period"), .left),
      (language.pick(zh: "城市", en: "City"), .left),
      (language.pick(zh: "网格", en: "Cell"), .left),
      (language.pick(zh: "位置", en: "Place"), .left),
      (language.pick(zh: "原因", en: "Reason"), .left),
      (language.pick(zh: "浓度", en: "Value"), .right),
      (language.pick(zh: "变幅", en: "Change"), .right),
    ])
    for alert in alerts {
      let middle = middles[alert.cell]
      table.append([
        alert.period, city(cells.cities[alert.cell], language), cells.ids[alert.cell],
        String(format: "%.4f, %.4f", middle.x, middle.y), word(alert.reason, language),
        alert.value.isNaN ? "" : String(format: "%.1f", alert.value),
        alert.change.map { String(format: "%+.1f %%", $0 * 100) } ?? "",
      ])
    }
    return table.text + (target.map { $0 + "\n" } ?? "")
  }

  private func city(_ code: String?, _ language: Language) -> String {
    guard let code, !code.isEmpty else { return "-" }
    return CampaignData.city(code: code).map { language.pick(zh: $0.nameZH, en: $0.nameEN) } ?? code
  }

  private func word(_ reason: AlertReason, _ language: Language) -> String {
    let words = CampaignData.vocabulary(named: "alert_reason")
    guard let term = words?.term(key: reason.rawValue) else { return reason.rawValue }
    return language.pick(zh: term.zh, en: term.en)
  }

  /// The same for programs.
  var json: JSONText {
    .object([
      .init("output", .optional(target)), .init("cells", .integer(cells.count)),
      .init(
        "alerts",
        .array(
          alerts.map { alert in
            .object([
              .init("cell_id", .string(cells.ids[alert.cell])),
              .init("city_code", .optional(cells.cities[alert.cell])),
              .init("period", .string(alert.period)),
              .init("reason", .string(alert.reason.rawValue)),
              .init("value", .decimal(alert.value, places: 3)),
              .init("change", .decimal(alert.change ?? .nan, places: 5)),
              .init("consecutive", .optional(alert.repeats?.consecutive)),
              .init("total", .optional(alert.repeats?.total)),
              .init("rule_version", .string(alert.rule)),
              .init("input_hash", .string(alert.inputHash)),
            ])
          })), .init("record", record.json),
    ])
  }
}
