import CampaignData
import Inspection
import Publishing

/// Ranked units as a table: the same columns for teams, senders and cities.
struct UnitTable {
  let key: String
  let caption: ReportPhrase
  /// What the units are, with the columns that name one.
  let names: [(column: ReportTable.Column, name: (RankedUnit) -> ReportPhrase)]
  /// False where driving and visits a day are not compared.
  let hasTasks: Bool

  private static var columns: [ReportTable.Column] {
    [
      .init("visits", .init(zh: "检查", en: "visits")),
      .init("problems", .init(zh: "问题", en: "problems")),
      .init("serious", .init(zh: "严重", en: "serious")),
      .init("returned", .init(zh: "退回", en: "returned")),
      .init("points", .init(zh: "得分点", en: "points")),
      .init("expected", .init(zh: "应得", en: "expected")),
      .init("ratio", .init(zh: "实/应", en: "ratio")),
      .init("shrunk", .init(zh: "收缩后", en: "shrunk")),
      .init("low", .init(zh: "95 %下限", en: "low")),
      .init("high", .init(zh: "95 %上限", en: "high")),
    ]
  }

  private static var taskColumns: [ReportTable.Column] {
    [
      .init("driving_share", .init(zh: "路途占比", en: "driving")),
      .init("tasks", .init(zh: "任务量", en: "tasks")),
      .init("score", .init(zh: "总分", en: "score")),
      .init("top_chance", .init(zh: "前列概率", en: "P(top)")),
    ]
  }

  /// The table, best first; people are shown the first rows.
  func table(of units: [RankedUnit], shown: Int? = nil) -> ReportTable {
    var table = ReportTable(
      key: key, caption: caption,
      columns: [.init("rank", .init(zh: "名次", en: "rank"))] + names.map(\.column) + Self.columns
        + (hasTasks ? Self.taskColumns : []),
      shownRows: shown)
    for unit in units {
      table.append(
        unit.key,
        [.count(unit.rank)] + names.map { .text($0.name(unit)) } + cells(of: unit))
    }
    return table
  }

  private func cells(of unit: RankedUnit) -> [ReportCell] {
    let counts = [unit.visits, unit.problems, unit.serious, unit.returned].map { number in
      Int(exactly: number).map(ReportCell.count) ?? .decimal(number, places: 1)
    }
    let found: [ReportCell] = [
      .decimal(unit.points, places: 1), .decimal(unit.expected, places: 1),
      .decimal(unit.ratio, places: 2), .decimal(unit.shrunk, places: 2),
      .decimal(unit.interval.lowerBound, places: 2),
      .decimal(unit.interval.upperBound, places: 2),
    ]
    guard hasTasks else { return counts + found }
    return counts + found + [
      .decimal(unit.drivingShare, places: 2), .decimal(unit.tasks, places: 2),
      .decimal(unit.score, places: 3), .decimal(unit.topChance, places: 2),
    ]
  }
}
