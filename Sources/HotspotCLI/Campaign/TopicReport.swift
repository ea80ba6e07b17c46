import CampaignData
import Inspection
import Publishing
import Terminal

/// What the plan wants of the topics by month and place.
struct TopicReport {
  private let lines: [TopicEmphasis]
  private let month: CalendarMonth?
  private let language: Language

  init(month: CalendarMonth?, language: Language) {
    self.month = month
    self.language = language
    lines = CampaignData.topicEmphases.filter { month.map($0.months.contains) ?? true }
  }

  /// A line a topic, place and level.
  var text: String {
    var table = TextTable([
      (language.pick(zh: "督查内容", en: "topic"), .left),
      (language.pick(zh: "月份", en: "months"), .left),
      (language.pick(zh: "地区", en: "where"), .left),
      (language.pick(zh: "程度", en: "level"), .left),
      (language.pick(zh: "权重", en: "log-odds"), .right),
      (language.pick(zh: "出处", en: "source"), .left),
    ])
    for line in lines {
      let topic = CampaignData.topic(key: line.topic)
      table.append([
        topic.map { language.pick(zh: $0.nameZH, en: $0.nameEN) } ?? line.topic,
        month?.description ?? months(line), places(line), line.level.rawValue,
        JSONText.decimal(weight(line), places: 2).compact, line.source,
      ])
    }
    guard lines.isEmpty else { return table.text }
    return language.pick(zh: "该月没有重点内容\n", en: "Nothing is stressed in that month.\n")
  }

  /// The same as JSON.
  var json: JSONText {
    .object([
      .init(
        "emphases",
        .array(
          lines.map { line in
            .object([
              .init("topic", .string(line.topic)),
              .init("months", .array(line.months.map { .string($0.description) })),
              .init("places", .array(line.places.map { .string($0) })),
              .init("level", .string(line.level.rawValue)),
              .init("log_odds", .decimal(weight(line), places: 3)),
              .init("source", .string(line.source)),
            ])
          }))
    ])
  }

  private func weight(_ line: TopicEmphasis) -> Double {
    line.level.weightKey.map { CampaignData.weights.value($0) } ?? 0
  }

  private func months(_ line: TopicEmphasis) -> String {
    guard let first = line.months.first, let last = line.months.last else { return "" }
    return first == last ? first.description : "\(first)..\(last)"
  }

  private func places(_ line: TopicEmphasis) -> String {
    line.places.isEmpty
      ? language.pick(zh: "全部", en: "everywhere")
      : line.places.map { place in
        CampaignData.city(code: place).map { language.pick(zh: $0.nameZH, en: $0.nameEN) } ?? place
      }.joined(separator: ", ")
  }
}
