import Inspection
import Store

/// What was decided about readings, and what to beware of.
extension AnalysisRecord {
  mutating func note(
    _ outcome: PowerRun.Outcome, _ settings: PowerSettings, _ register: MeterRegister
  ) {
    let report = outcome.report
    note(
      "rules",
      zh: "规则版本 \(PowerRule.version)，读数间隔 \(settings.readingMinutes) 分钟，基线 "
        + "\(settings.baselineDays) 天，节假日按星期日计。",
      en: "Rules of version \(PowerRule.version), \(settings.readingMinutes) minutes between "
        + "readings, baselines of \(settings.baselineDays) days, holidays count as Sundays.")
    note(
      "order",
      zh: report.order == .meter
        ? "读数按户排列，一次读完。" : "读数按时间排列，经磁盘分户（\(report.scratchBytes) 字节）。",
      en: report.order == .meter
        ? "Readings of a site stand together: read in one pass."
        : "Readings stand by time: dealt out by site on disk, \(report.scratchBytes) bytes.")
    for warning in report.warnings { warn("headings", zh: warning, en: warning) }
    noteRejects(report)
    noteRepairs(report)
    noteSites(outcome, settings, register)
  }

  private mutating func noteRejects(_ report: ReadingReport) {
    for failure in ReadingFailure.allCases {
      guard let count = report.rejected[failure] else { continue }
      warn(
        "rejected", zh: "拒绝 \(count) 行：\(failure.reason)。",
        en: "Rows rejected, \(count): \(failure.reason).")
    }
    if let file = report.rejectsFile {
      note("rejects", zh: "拒绝的行见 \(file)。", en: "Rejected rows are listed in \(file).")
    }
  }

  private mutating func noteRepairs(_ report: ReadingReport) {
    if report.rescaled > 0 {
      warn(
        "units",
        zh: "\(report.rescaledSites) 户的 \(report.rescaled) 个读数相差一千倍，按单位变化更正。",
        en: "Readings a thousand times off, taken for a change of unit and put right: "
          + "\(report.rescaled), of \(report.rescaledSites) sites.")
    }
    if report.summed > 0 {
      note(
        "summed", zh: "\(report.summed) 个回路有多块表，负荷相加。",
        en: "Circuits with several meters, whose loads were summed: \(report.summed).")
    }
    if report.resets > 0 {
      note(
        "resets", zh: "表码归零 \(report.resets) 次，该间隔按缺测计。",
        en: "Registers that began anew: \(report.resets); the interval counts as not measured.")
    }
  }

  private mutating func noteSites(
    _ outcome: PowerRun.Outcome, _ settings: PowerSettings, _ register: MeterRegister
  ) {
    if outcome.withoutBaseline > 0 {
      warn(
        "baseline",
        zh: "\(outcome.withoutBaseline) 户没有 \(settings.baselineMinimumDays) 天不受停限产影响的读数："
          + "没有基线，停产期间按绝对负荷判断。",
        en: "Sites without \(settings.baselineMinimumDays) days free of orders: "
          + "\(outcome.withoutBaseline); they have no baseline, and a stop is judged by the load alone."
      )
    }
    if let unlisted = outcome.unlisted, unlisted > 0 {
      note(
        "unlisted", zh: "\(unlisted) 户不在台账内，按清单外计。",
        en: "Sites that the ledger does not have count as off-list: \(unlisted).")
    }
    if !register.hasLedger {
      warn(
        "ledger", zh: "没有台账：取缔与清单外企业无法判断。",
        en: "No ledger: banned and off-list firms cannot be told.")
    }
    if register.unmatchedOrders > 0 {
      warn(
        "orders", zh: "\(register.unmatchedOrders) 项停限产要求找不到企业。",
        en: "Orders that name no known site: \(register.unmatchedOrders).")
    }
  }
}
