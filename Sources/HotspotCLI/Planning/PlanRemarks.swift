import Inspection

/// What a planner should know about a plan, as a record of decisions and doubts.
struct PlanRemarks {
  private var record = AnalysisRecord()

  init(_ plan: Plan) {
    for remark in plan.remarks {
      if remark.isWarning {
        record.warn(remark.topic, zh: remark.zh, en: remark.en)
      } else {
        record.note(remark.topic, zh: remark.zh, en: remark.en)
      }
    }
  }

  /// Says all on standard error, and keeps it in a file if one is named.
  func tell(_ console: Console, report: String?, overwrite: Bool) throws {
    guard !record.entries.isEmpty || report != nil else { return }
    try record.tell(console, report: report, overwrite: overwrite)
  }
}
