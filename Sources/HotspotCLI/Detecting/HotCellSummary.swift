import CampaignData
import Foundation
import Geo
import Inspection
import Publishing

/// A list of hot cells in numbers, by city.
struct HotCellSummary {
  let list: HotCellList
  /// The file or workspace that the list went to; nil if nothing was kept.
  let target: String?
  let record: AnalysisRecord

  /// A city's numbers.
  private struct Row {
    var code: String
    var cells: [Int]
  }

  private var rows: [Row] {
    var cells: [String: [Int]] = [:]
    for cell in list.cells.ids.indices {
      cells[list.cells.cities[cell] ?? "", default: []].append(cell)
    }
    return cells.sorted { $0.key < $1.key }.map { Row(code: $0.key, cells: $0.value) }
  }

  private func count(_ standing: HotCellStanding, of cells: [Int]) -> Int {
    cells.count { list.standings[$0] == standing }
  }

  private func lowest(of cells: [Int]) -> Double? {
    cells.filter { [.stays, .enters].contains(list.standings[$0]) }
      .map { list.means.values[$0] }.min()
  }

  /// A table.
  func text(_ language: Language) -> String {
    let heads: [(zh: String, en: String)] = [
      ("网格", "Cells"), ("热点", "Hot"), ("新进", "In"), ("退出", "Out"), ("保留", "Stay"),
      ("最低均值", "Lowest mean"),
    ]
    var table = TextTable(
      [(language.pick(zh: "城市", en: "City"), .left)]
        + heads.map { (language.pick(zh: $0.zh, en: $0.en), .right) })
    for row in rows { table.append([name(row.code, language)] + numbers(row.cells)) }
    table.appendFooter(
      [language.pick(zh: "合计", en: "Total")] + numbers(Array(list.cells.ids.indices)))
    return table.text + (target.map { $0 + "\n" } ?? "")
  }

  private func name(_ code: String, _ language: Language) -> String {
    guard let city = CampaignData.city(code: code) else { return code.isEmpty ? "-" : code }
    return language.pick(zh: city.nameZH, en: city.nameEN)
  }

  private func numbers(_ cells: [Int]) -> [String] {
    let (stays, enters) = (count(.stays, of: cells), count(.enters, of: cells))
    return [cells.count, stays + enters, enters, count(.leaves, of: cells), stays].map(String.init)
      + [lowest(of: cells).map { String(format: "%.1f", $0) } ?? "-"]
  }

  /// The same for programs.
  var json: JSONText {
    .object([
      .init("output", .optional(target)), .init("cells", .integer(list.cells.count)),
      .init("cells_with_value", .integer(list.means.values.count { !$0.isNaN })),
      .init("hot", .integer(list.hot.count)), .init("enters", .integer(list.count(.enters))),
      .init("leaves", .integer(list.count(.leaves))), .init("stays", .integer(list.count(.stays))),
      .init(
        "cities",
        .array(
          rows.map { row in
            .object([
              .init("code", .string(row.code)), .init("cells", .integer(row.cells.count)),
              .init(
                "hot",
                .integer(count(.stays, of: row.cells) + count(.enters, of: row.cells))),
              .init("enters", .integer(count(.enters, of: row.cells))),
              .init("leaves", .integer(count(.leaves, of: row.cells))),
              .init("lowest_mean", .decimal(lowest(of: row.cells) ?? .nan, places: 3)),
            ])
          })), .init("record", record.json),
    ])
  }
}
