import Inspection
import Terminal

/// What a planner should know about a plan, as a record of decisions and doubts.
struct PlanRemarks {
  private var record = AnalysisRecord()

  /// All remarks; of a secret plan those that name what only it tells are only counted.
  init(_ plan: Plan, isSecret: Bool) {
    for remark in plan.remarks where !isSecret || !remark.namesPlan {
      if remark.isWarning {
        record.warn(remark.topic, zh: remark.zh, en: remark.en)
      } else {
        record.note(remark.topic, zh: remark.zh, en: remark.en)
      }
    }
    let hidden = isSecret ? plan.remarks.filter(\.namesPlan) : []
    guard !hidden.isEmpty else { return }
    let doubts = hidden.count(where: \.isWarning)
    record.note(
      "secrecy", zh: "另有 \(hidden.count) 条说明在加密清单中，其中须注意 \(doubts) 条",
      en: "\(hidden.count) further remarks are in the sealed lists, \(doubts) of them doubts")
  }

  /// Says all on standard error, and keeps it in a file if one is named.
  func tell(_ console: Console, report: String?, overwrite: Bool) throws {
    guard !record.entries.isEmpty || report != nil else { return }
    try record.tell(console, report: report, overwrite: overwrite)
  }
}
