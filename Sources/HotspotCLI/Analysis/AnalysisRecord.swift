import Publishing
import Terminal

/// What was decided on the way to a result, and what to beware of, for those who have to stand by it.
struct AnalysisRecord: Sendable {
  /// One decision or doubt, in both languages.
  struct Entry: Sendable, Hashable {
    /// What it is about, one word.
    let topic: String
    let zh: String
    let en: String
    let isWarning: Bool
  }

  private(set) var entries: [Entry] = []

  /// Adds a decision.
  mutating func note(_ topic: String, zh: String, en: String) {
    entries.append(Entry(topic: topic, zh: zh, en: en, isWarning: false))
  }

  /// Adds a doubt.
  mutating func warn(_ topic: String, zh: String, en: String) {
    entries.append(Entry(topic: topic, zh: zh, en: en, isWarning: true))
  }

  /// One line an entry.
  func text(_ language: Language) -> String {
    entries.map { entry in
      let mark = entry.isWarning ? language.pick(zh: "注意：", en: "Beware: ") : ""
      return "- " + mark + language.pick(zh: entry.zh, en: entry.en) + "\n"
    }.joined()
  }

  /// All entries in both languages.
  var json: JSONText {
    .array(
      entries.map { entry in
        .object([
          .init("topic", .string(entry.topic)), .init("warning", .bool(entry.isWarning)),
          .init("zh", .string(entry.zh)), .init("en", .string(entry.en)),
        ])
      })
  }

  /// Says all entries on standard error and, with a `report`, keeps them in that file: as text in
  /// the console's language, or in both languages if its name ends in .json.
  func tell(_ console: Console, report: String?, overwrite: Bool) throws {
    console.say(zh: String(text(.zh).dropLast()), en: String(text(.en).dropLast()))
    guard let report else { return }
    let text = report.hasSuffix(".json") ? json.lines(depth: 1) : text(console.language)
    try TextDocument(text).save(to: report, overwrite: overwrite)
  }
}
