import CampaignData
import Geo
import Inspection
import Terminal

/// The alarms of an hour, by the rules.
struct LiveAlarms {
  let rule: LiveAlarmRule
  let accumulated: AccumulatedAlarmRule
  let cells: CellLayer
  /// Which cells may be alarmed.
  let candidates: [Bool]

  /// Reads the rasters one after the other, and notes what was found.
  func run(
    _ files: HourlyRasters, at hour: Moment, _ record: inout AnalysisRecord,
    source: (String) throws -> RasterSource
  ) throws -> [FoundAlert] {
    let neighbours = SpatialWeights(sharedBordersOf: cells.areas, .queen)
    var alarmed: [[Int]] = []
    var last: (means: CellMeans, alerts: [CellAlert])?
    var lines = ""
    for (moment, path) in files.paths {
      try Interruption.check()
      let raster = try source(path)
      let means = try raster.means(of: cells)
      let found = rule.outcome(
        values: means.values, neighbours: neighbours, candidates: candidates)
      alarmed.append(found.alerts.map(\.cell))
      last = (means, found.alerts)
      let digest =
        InputDigest.hexadecimal(ofFile: raster.path) ?? InputDigest.hexadecimal(of: means.values)
      lines += "\(moment) \(digest)\n"
    }
    guard let last else { return [] }
    last.means.note(&record, label: hour.description)
    note(files, &record)
    let hash = InputDigest.hexadecimal(of: lines)
    let period = String(hour.description.prefix(13))
    func found(_ alert: CellAlert, _ version: String) -> FoundAlert {
      FoundAlert(
        cell: alert.cell, period: period, reason: alert.reason, value: alert.value,
        change: alert.change, rule: version, inputHash: hash)
    }
    return last.alerts.map { found($0, LiveAlarmRule.version) }
      + accumulated.alerts(alarmed: alarmed, values: last.means.values)
      .map { found($0, AccumulatedAlarmRule.version) }
  }

  private func note(_ files: HourlyRasters, _ record: inout AnalysisRecord) {
    record.note(
      "rule",
      zh: "实时报警：显著高于相邻网格（稳健 z，错误发现率 \(rule.alpha)）；"
        + "累计：24 小时内至少 \(accumulated.hours) 小时报警。",
      en: "Live: cells significantly above their neighbours (robust z, false discovery rate"
        + " \(rule.alpha)); accumulated: alarmed in \(accumulated.hours) or more of 24 hours.")
    let missing = HourlyRasters.span - files.paths.count
    if missing > 0 {
      record.note(
        "hours", zh: "24 小时中缺 \(missing) 小时的栅格：累计报警只看其余各小时。",
        en: "Hours of the last 24 without a raster, not counted for accumulation: \(missing).")
    }
  }
}
