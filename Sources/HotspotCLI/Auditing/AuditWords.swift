import Inspection
import Publishing
import Store

/// What a check of the record says.
enum AuditWords {
  /// A hash in groups, for paper and telephone.
  static func paper(_ hash: String) -> String {
    var groups: [Substring] = []
    var rest = hash[...]
    while !rest.isEmpty {
      groups.append(rest.prefix(8))
      rest = rest.dropFirst(8)
    }
    return groups.joined(separator: " ")
  }

  /// The check in words.
  static func text(_ report: AuditReport, _ language: Language) -> String {
    var lines = [
      language.pick(
        zh: "记录 \(report.lines) 行，末行 \(report.head.prefix(16))",
        en: "record: \(report.lines) lines, the last \(report.head.prefix(16))"),
      language.pick(
        zh: "核对 \(report.objects) 份内容、\(report.files) 个文件、\(report.tables) 份计划的数据表"
          + (report.locked > 0 ? "；\(report.locked) 份待公开后核对" : ""),
        en: "checked: \(report.objects) texts, \(report.files) files, the tables of "
          + "\(report.tables) plans"
          + (report.locked > 0 ? "; \(report.locked) texts closed until the secret is opened" : "")),
    ]
    for seal in report.seals {
      lines.append(
        language.pick(
          zh: "第 \(seal.round) 轮 \(seal.hash.prefix(16))：\(seal.asOf) 的事实，"
            + "\(seal.isRevealed ? "已公开" : "未公开")，计划 \(seal.plans) 份，人工改动 \(seal.overrides) 次",
          en: "round \(seal.round) \(seal.hash.prefix(16)): facts of \(seal.asOf), "
            + "\(seal.isRevealed ? "opened" : "closed"), plans: \(seal.plans), "
            + "changes by hand: \(seal.overrides)"))
    }
    for change in report.overrides { lines.append(text(change, language)) }
    for finding in report.findings {
      let word =
        finding.isFault
        ? language.pick(zh: "问题", en: "FAULT") : language.pick(zh: "注意", en: "note")
      lines.append("\(word): \(language.pick(zh: finding.zh, en: finding.en))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func text(_ change: AuditReport.Override, _ language: Language) -> String {
    guard let statement = change.statement else {
      return language.pick(
        zh: "人工改动 \(change.plan)：\(change.by)（内容待公开）",
        en: "by hand, \(change.plan): \(change.by) (closed until the secret is opened)")
    }
    let what = statement.changes.joined(separator: "; ")
    return language.pick(
      zh: "人工改动 \(change.plan)：\(change.by)，\(statement.reason)（\(what)）",
      en: "by hand, \(change.plan): \(change.by), \(statement.reason) (\(what))")
  }

  /// The check as JSON.
  static func json(_ report: AuditReport) -> [JSONText.Member] {
    [
      .init("sound", .bool(report.isSound)), .init("lines", .integer(report.lines)),
      .init("head", .string(report.head)), .init("texts", .integer(report.objects)),
      .init("closed_texts", .integer(report.locked)), .init("files", .integer(report.files)),
      .init("tables", .integer(report.tables)),
      .init("seals", .array(report.seals.map(json))),
      .init("overrides", .array(report.overrides.map(json))),
      .init("findings", .array(report.findings.map(json))),
    ]
  }

  private static func json(_ seal: AuditReport.Seal) -> JSONText {
    .object([
      .init("round", .integer(seal.round)), .init("hash", .string(seal.hash)),
      .init("sealed_at", .string(seal.at)), .init("as_of", .string(seal.asOf)),
      .init("revealed", .bool(seal.isRevealed)), .init("plans", .integer(seal.plans)),
      .init("overrides", .integer(seal.overrides)),
    ])
  }

  private static func json(_ change: AuditReport.Override) -> JSONText {
    .object([
      .init("round", .integer(change.round)), .init("plan", .string(change.plan)),
      .init("by", .string(change.by)), .init("reason", .optional(change.statement?.reason)),
      .init("changes", .array((change.statement?.changes ?? []).map { .string($0) })),
      .init("signed", change.isSigned.map { .bool($0) } ?? .null),
    ])
  }

  private static func json(_ finding: AuditFinding) -> JSONText {
    .object([
      .init("fault", .bool(finding.isFault)), .init("zh", .string(finding.zh)),
      .init("en", .string(finding.en)),
    ])
  }

  /// A difference as JSON.
  static func json(_ difference: PlanDiscrepancy) -> JSONText {
    .object([
      .init("kind", .string(difference.kind.rawValue)), .init("place", .string(difference.place)),
      .init("column", .optional(difference.column)),
      .init("expected", .optional(difference.expected)),
      .init("found", .optional(difference.found)),
    ])
  }
}
