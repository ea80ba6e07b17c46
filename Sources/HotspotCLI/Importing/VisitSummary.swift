import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// What an import of visits found, in words and as JSON: reports merged, contradictions, finds, doubts
/// and incomplete chains of evidence.
struct VisitSummary {
  private let account: VisitAccount
  private let file: String
  /// How many examples of each kind are told.
  private static let limit = 3

  init(_ account: VisitAccount, file: String) {
    self.account = account
    self.file = file
  }

  /// Prints the account: what counts to everyone, what is doubtful as warnings with its rows.
  func tell(_ console: Console) {
    tellVisits(console)
    for (kind, count) in account.doubtCounts { tell(kind, count, console) }
    tellConflicts(console)
  }

  private func tellVisits(_ console: Console) {
    if account.mergedVisits > 0 {
      console.say(
        zh: "  合并：\(account.merged) 条上报并入 \(account.mergedVisits) 次检查",
        en: "  merged: \(account.merged) reports into \(account.mergedVisits) visits")
    }
    if account.tied > 0 {
      console.say(
        zh: "  对应计划安排：\(account.tied) 次检查", en: "  of a planned stop: \(account.tied) visits")
    }
    for find in account.finds.prefix(Self.limit) {
      console.say(
        zh: "  清单外新点位：\(find.id) \(find.name)",
        en: "  a new site off the lists: \(find.id) \(find.name)")
    }
    if account.finds.count > Self.limit {
      console.say(
        zh: "  清单外新点位共 \(account.finds.count) 个",
        en: "  new sites off the lists: \(account.finds.count) in all")
    }
    if account.incompleteChains > 0 {
      console.say(
        zh: "  证据链不完整：\(account.visits) 次检查中 \(account.incompleteChains) 次；"
          + "清单：hotspot problems check",
        en: "  incomplete chains of evidence: \(account.incompleteChains) of \(account.visits) "
          + "visits; list them: hotspot problems check")
    }
    if account.withdrawn > 0 {
      console.say(
        zh: "  新上报不再提及的问题：\(account.withdrawn) 个，保留待复审",
        en: "  problems that newer reports no longer name: \(account.withdrawn), kept for review")
    }
  }

  /// One kind of doubt: how many, what becomes of them, the first rows and the next step.
  private func tell(_ kind: String, _ count: Int, _ console: Console) {
    guard let rule = CampaignData.visitDoubt(kind) else { return }
    let language = console.language
    let treatment =
      rule.treatment == .rejected
      ? language.pick(zh: "已退回", en: "kept apart")
      : language.pick(zh: "已标记", en: "kept, and marked")
    console.warn(
      language.pick(
        zh: "\(count) 条：\(rule.zh)（\(treatment)）。\(rule.nextZH)。",
        en: "\(count) reports: \(rule.en) (\(treatment)). \(rule.nextEN)."))
    let examples = account.doubts.filter { $0.kind == kind }
    for doubt in examples.prefix(Self.limit) { say(sentence(doubt, language), console) }
    for doubt in examples.dropFirst(Self.limit) { console.detail(sentence(doubt, language)) }
  }

  private func sentence(_ doubt: VisitDoubt, _ language: Language) -> String {
    let column = doubt.column.map { " \($0)" } ?? ""
    let expected =
      doubt.expected.map { language.pick(zh: "，应为：\($0)", en: "; expected \($0)") } ?? ""
    return "  \(file), "
      + language.pick(zh: "第 \(doubt.row) 行\(column)：", en: "row \(doubt.row)\(column): ")
      + doubt.found + expected
  }

  private func say(_ text: String, _ console: Console) { console.say(zh: text, en: text) }

  private func tellConflicts(_ console: Console) {
    guard !account.conflicts.isEmpty else { return }
    let language = console.language
    console.warn(
      language.pick(
        zh: "\(account.conflicts.count) 处上报相互矛盾：均已保留（表 visit_reports），检查取左列，并在备注中标明。",
        en: "\(account.conflicts.count) contradictions between reports of one visit: all are kept "
          + "(table visit_reports), the visit takes the first and says so in its note."))
    for (place, conflict) in account.conflicts.enumerated() {
      let said = conflict.said
      let text =
        "  \(conflict.visitID) \(language.pick(zh: conflict.words.zh, en: conflict.words.en)): "
        + "\(self.place(conflict.taken, language)) \(said.taken) | "
        + "\(self.place(conflict.other, language)) \(said.other)"
      if place < 10 * Self.limit { say(text, console) } else { console.detail(text) }
    }
  }

  private func place(_ report: FieldReport, _ language: Language) -> String {
    let people = report.confirmedBy.joined(separator: "、")
    let row = language.pick(zh: "第 \(report.row) 行", en: "row \(report.row)")
    return people.isEmpty ? row : "\(row) (\(people))"
  }

  /// The account as JSON.
  var json: JSONText {
    .object([
      .init("visits", .integer(account.visits)),
      .init("merged_reports", .integer(account.merged)),
      .init("merged_visits", .integer(account.mergedVisits)),
      .init("tied_to_stops", .integer(account.tied)),
      .init("incomplete_chains", .integer(account.incompleteChains)),
      .init("problems_withdrawn", .integer(account.withdrawn)),
      .init(
        "doubts",
        .object(account.doubtCounts.map { .init($0.kind, .integer($0.count)) })),
      .init("doubtful", .array(account.doubts.map(Self.json))),
      .init("conflicts", .array(account.conflicts.map(Self.json))),
      .init(
        "off_list_sites",
        .array(
          account.finds.map {
            .object([
              .init("site_id", .string($0.id)), .init("name", .string($0.name)),
              .init("kind", .string($0.kind)),
            ])
          })),
    ])
  }

  private static func json(_ doubt: VisitDoubt) -> JSONText {
    .object([
      .init("kind", .string(doubt.kind)), .init("row", .integer(doubt.row)),
      .init("column", .optional(doubt.column)), .init("found", .string(doubt.found)),
      .init("expected", .optional(doubt.expected)),
      .init("treatment", .optional(doubt.rule?.treatment.rawValue)),
    ])
  }

  private static func json(_ conflict: ReportConflict) -> JSONText {
    let said = conflict.said
    return .object([
      .init("kind", .string(conflict.kind.rawValue)),
      .init("visit_id", .string(conflict.visitID)),
      .init("taken", json(conflict.taken, said.taken)),
      .init("other", json(conflict.other, said.other)),
    ])
  }

  private static func json(_ report: FieldReport, _ said: String) -> JSONText {
    .object([
      .init("row", .integer(report.row)),
      .init("confirmed_by", .array(report.confirmedBy.map(JSONText.string))),
      .init("said", .string(said)),
    ])
  }
}
