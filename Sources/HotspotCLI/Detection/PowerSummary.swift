import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// What a run over readings came to, as text and as JSON.
struct PowerSummary {
  let outcome: PowerRun.Outcome
  let kept: ImportReport?
  let output: String?
  let record: AnalysisRecord

  /// Anomalies by rule, and how many of them are explained.
  private var counts: [(rule: PowerRule, all: Int, explained: Int)] {
    var all = [Int](repeating: 0, count: PowerRule.allCases.count)
    var explained = all
    for entry in outcome.entries {
      all[Int(entry.anomaly.rule.rawValue)] += 1
      if entry.anomaly.explanation != nil { explained[Int(entry.anomaly.rule.rawValue)] += 1 }
    }
    return PowerRule.allCases.map {
      ($0, all[Int($0.rawValue)], explained[Int($0.rawValue)])
    }
  }

  /// A line for each rule that found something, then what was read.
  func text(_ language: Language) -> String {
    let vocabulary = CampaignData.vocabulary(named: "power_rule")
    var lines = counts.filter { $0.all > 0 }.map { count in
      let term = vocabulary?.term(key: count.rule.key)
      let title = language.pick(zh: term?.zh ?? "", en: term?.en ?? "")
      let note =
        count.explained == 0
        ? ""
        : language.pick(
          zh: "（其中已知误报\(count.explained)）", en: " (\(count.explained) known false alarms)")
      return "\(count.all)\t\(title)\(note)"
    }
    let report = outcome.report
    lines.append(
      language.pick(
        zh: "读取 \(report.read) = 采用 \(report.used) + 重复 \(report.duplicates) + 拒绝 "
          + "\(report.rejectedCount)，\(report.sites) 户。",
        en: "read \(report.read) = used \(report.used) + duplicates \(report.duplicates) + "
          + "rejected \(report.rejectedCount); \(report.sites) sites."))
    if let kept {
      lines.append(
        language.pick(
          zh: "工作区：新增 \(kept.new)，更新 \(kept.updated)，相同 \(kept.same)。",
          en: "workspace: \(kept.new) new, \(kept.updated) updated, \(kept.same) the same."))
    }
    if let output, output != "-" { lines.append(output) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The same for programs.
  var json: JSONText {
    let report = outcome.report
    var members: [JSONText.Member] = [
      .init("output", .optional(output)), .init("anomalies", .integer(outcome.entries.count)),
      .init(
        "rules",
        .object(
          counts.map { count in
            .init(
              count.rule.key,
              .object([
                .init("anomalies", .integer(count.all)),
                .init("explained", .integer(count.explained)),
              ]))
          })),
      .init("read", .integer(report.read)), .init("used", .integer(report.used)),
      .init("duplicates", .integer(report.duplicates)),
      .init("rejected", .integer(report.rejectedCount)),
      .init(
        "reasons",
        .object(
          ReadingFailure.allCases.compactMap { failure in
            report.rejected[failure].map { .init(failure.key, .integer($0)) }
          })),
      .init("rejects", .optional(report.rejectsFile)), .init("sites", .integer(report.sites)),
      .init("order", .string(report.order.rawValue)),
      .init("scratch_bytes", .integer(report.scratchBytes)),
      .init("without_baseline", .integer(outcome.withoutBaseline)),
    ]
    if let kept {
      members.append(
        .init(
          "workspace",
          .object([
            .init("new", .integer(kept.new)), .init("updated", .integer(kept.updated)),
            .init("same", .integer(kept.same)),
          ])))
    }
    members.append(.init("record", record.json))
    return .object(members)
  }

  /// Throws where not one row could be used, though what was wrong is listed.
  func refuseUnusable(_ files: [String]) throws {
    let report = outcome.report
    guard report.used == 0 else { return }
    let most = report.rejected.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
    throw CommandFailure(
      status: .badData,
      message: report.read == 0
        ? "there are no readings" : "not one of \(report.read) rows can be used",
      file: files.joined(separator: ", "),
      hint: most.map { "Most of them: \($0.key.reason)." } ?? "Check that it is the right file.")
  }
}
