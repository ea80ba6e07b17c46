import CampaignData
import Inspection
import Publishing
import Terminal

/// Two months' lists for the same evidence, in words.
struct SeasonReport {
  private let found: SeasonComparison
  private let language: Language

  init(_ found: SeasonComparison, language: Language) {
    self.found = found
    self.language = language
  }

  /// Shares by topic, then the targets that one list alone has.
  var text: String {
    var table = TextTable([
      (language.pick(zh: "督查内容", en: "topic"), .left), (found.months.first.description, .right),
      ("%", .right), (found.months.second.description, .right), ("%", .right),
    ])
    for row in found.rows where row.counts.first + row.counts.second > 0 {
      let topic = CampaignData.topic(key: row.topic)
      table.append([
        topic.map { language.pick(zh: $0.nameZH, en: $0.nameEN) } ?? row.topic,
        String(row.counts.first), percent(row.counts.first, found.counts.first),
        String(row.counts.second), percent(row.counts.second, found.counts.second),
      ])
    }
    table.appendFooter([
      language.pick(zh: "合计", en: "all"), String(found.counts.first), "",
      String(found.counts.second), "",
    ])
    let both = language.pick(
      zh: "两月名单相同 \(found.common) 处\n", en: "In both lists: \(found.common)\n")
    return table.text + both + list(found.onlyFirst, found.months.first, found.months.second)
      + list(found.onlySecond, found.months.second, found.months.first)
  }

  /// The same as JSON.
  var json: JSONText {
    .object([
      .init(
        "months", .array([found.months.first, found.months.second].map { .string($0.description) })),
      .init("targets", .array([found.counts.first, found.counts.second].map(JSONText.integer))),
      .init("common", .integer(found.common)),
      .init(
        "topics",
        .array(
          found.rows.map {
            .object([
              .init("topic", .string($0.topic)), .init("first", .integer($0.counts.first)),
              .init("second", .integer($0.counts.second)),
            ])
          })),
      .init("only_first", .array(found.onlyFirst.map(json(of:)))),
      .init("only_second", .array(found.onlySecond.map(json(of:)))),
    ])
  }

  private func list(
    _ changes: [SeasonComparison.Change], _ month: CalendarMonth, _ other: CalendarMonth
  ) -> String {
    guard !changes.isEmpty else { return "" }
    let head = language.pick(zh: "\n仅在 \(month) 名单：\n", en: "\nOnly in the list of \(month):\n")
    return head
      + changes.map { change in
        let city = CampaignData.city(code: change.city)
        let name = city.map { language.pick(zh: $0.nameZH, en: $0.nameEN) } ?? change.city
        let why = change.target.reasons.map { language.pick(zh: $0.zh, en: $0.en) }
          .joined(separator: "; ")
        let chances = language.pick(
          zh: "\(tenths(change.target.chance)) %（\(other)：\(tenths(change.otherChance)) %）",
          en: "\(tenths(change.target.chance)) % (\(other): \(tenths(change.otherChance)) %)")
        return "  \(name)  \(change.target.id)  \(change.target.name)  \(chances)  \(why)\n"
      }.joined()
  }

  private func json(of change: SeasonComparison.Change) -> JSONText {
    .object([
      .init("city", .string(change.city)), .init("target_id", .string(change.target.id)),
      .init("topic", .string(change.target.topic)),
      .init("chance", .decimal(change.target.chance, places: 4)),
      .init("other_chance", .decimal(change.otherChance, places: 4)),
      .init("reasons_zh", .array(change.target.reasons.map { .string($0.zh) })),
      .init("reasons_en", .array(change.target.reasons.map { .string($0.en) })),
    ])
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "" : tenths(Double(part) / Double(whole))
  }

  private func tenths(_ share: Double) -> String {
    JSONText.decimal(share * 100, places: 1).compact
  }
}
