import Publishing
import Store
import Terminal

/// What an import did, in words and as JSON.
struct ImportSummary {
  private let report: ImportReport

  init(_ report: ImportReport) {
    self.report = report
  }

  /// The account of all records read: `read N = new + updated + same + rejected`.
  func sentence(_ language: Language) -> String {
    let r = report
    let repaired =
      r.repaired == 0
      ? ""
      : language.pick(
        zh: "；修复 \(r.repaired) 个面", en: "; \(r.repaired) areas mended")
    let trial = !r.isDryRun ? "" : language.pick(zh: "（试读，未保存）", en: " (a trial, not kept)")
    return language.pick(
      zh: "\(r.kind) \(r.file)：读取 \(r.read) = 新增 \(r.new) + 更新 \(r.updated)"
        + " + 相同 \(r.same) + 退回 \(r.rejected)",
      en: "\(r.kind) \(r.file): read \(r.read) = new \(r.new) + updated \(r.updated)"
        + " + same \(r.same) + rejected \(r.rejected)") + repaired + trial
  }

  /// Prints the account, warnings and where rejected records are.
  func tell(_ console: Console) {
    console.say(zh: sentence(.zh), en: sentence(.en))
    if let visits = report.visits { VisitSummary(visits, file: report.file).tell(console) }
    for warning in report.warnings { console.warn(warning) }
    for example in report.examples { console.detail("  \(example)") }
    if let file = report.rejectsFile {
      console.say(zh: "  退回记录及原因：\(file)", en: "  rejected records and why: \(file)")
    }
  }

  /// The report as JSON.
  var json: JSONText {
    let visits = report.visits.map {
      [JSONText.Member("visits", VisitSummary($0, file: report.file).json)]
    }
    return .object(
      [
        .init("kind", .string(report.kind)),
        .init("file", .string(report.file)),
        .init("read", .integer(report.read)),
        .init("new", .integer(report.new)),
        .init("updated", .integer(report.updated)),
        .init("same", .integer(report.same)),
        .init("rejected", .integer(report.rejected)),
        .init("repaired", .integer(report.repaired)),
        .init("warnings", .array(report.warnings.map(JSONText.string))),
        .init("rejects_file", .optional(report.rejectsFile)),
        .init("dry_run", .bool(report.isDryRun)),
      ] + (visits ?? []))
  }
}
