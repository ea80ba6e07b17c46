import CampaignData
import Geo
import Inspection

/// A list of hot cells, and what became of the last one.
struct HotCellList: Sendable {
  let cells: CellLayer
  let means: CellMeans
  /// The hot cells, hottest first, as indices into `cells`.
  let hot: [Int]
  /// Each cell's place on this list and the last one.
  let standings: [HotCellStanding]

  /// Applies a rule, and notes what was decided.
  init(
    _ rule: HotCellRule, to means: CellMeans, of cells: CellLayer, _ record: inout AnalysisRecord
  ) {
    let hot = rule.hotCells(means: means.values, cities: cells.cities)
    var isHot = [Bool](repeating: false, count: cells.count)
    for cell in hot { isHot[cell] = true }
    let wasHot = cells.wasHot ?? [Bool](repeating: false, count: cells.count)
    self.cells = cells
    self.means = means
    self.hot = hot
    standings = zip(wasHot, isHot).map { HotCellStanding(wasHot: $0, isHot: $1) }
    note(rule, &record)
  }

  /// How many cells have a standing.
  func count(_ standing: HotCellStanding) -> Int { standings.count { $0 == standing } }

  /// The cells to list: the hot ones, then those that leave the list, hottest first.
  var listed: [Int] {
    let gone = standings.indices.filter { standings[$0] == .leaves }
    return hot + ranked(gone)
  }

  /// All other cells, hottest first.
  var unlisted: [Int] { ranked(standings.indices.filter { standings[$0] == .outside }) }

  private func ranked(_ cells: [Int]) -> [Int] {
    let values = means.values.map { $0.isNaN ? -.infinity : $0 }
    return cells.sorted { (values[$1], $0) < (values[$0], $1) }
  }

  private func note(_ rule: HotCellRule, _ record: inout AnalysisRecord) {
    let valued = means.values.count { !$0.isNaN }
    let amount =
      switch rule.amount {
      case .count(let count): (zh: "\(count) 个", en: "\(count)")
      case .share(let share):
        (
          zh: "\(FieldValue.real(share * 100).text)%",
          en: "\(FieldValue.real(share * 100).text) %"
        )
      }
    let extent = rule.extent == .city ? (zh: "每个城市", en: "of each city") : (zh: "全部", en: "overall")
    record.note(
      "rule",
      zh: "热点网格：\(extent.zh)均值最高的\(amount.zh)，并列者保留（\(HotCellRule.version)）。",
      en: "Hot cells: the hottest \(amount.en) \(extent.en), ties kept (\(HotCellRule.version)).")
    if rule.extent == .city {
      let homeless = cells.cities.indices.count {
        cells.cities[$0] == nil && !means.values[$0].isNaN
      }
      if homeless > 0 {
        record.warn(
          "city", zh: "\(homeless) 个网格不属于任何城市：未参加排名。",
          en: "Cells of no city, not ranked: \(homeless).")
      }
    }
    if case .count(let count) = rule.amount, rule.extent == .overall, hot.count > count {
      record.note(
        "ties", zh: "因并列多出 \(hot.count - count) 个。", en: "More by ties: \(hot.count - count).")
    }
    if hot.count == valued, valued > 0 {
      record.warn(
        "all", zh: "所有有值的网格都成了热点：数量或比例太大，或所有值相同。",
        en: "All cells with a value are hot: the number or share is too large, or all values are"
          + " equal."
      )
    }
    if cells.wasHot == nil {
      record.note(
        "first", zh: "没有上一份名单可以比较。", en: "There is no earlier list to compare with.")
    }
  }
}
