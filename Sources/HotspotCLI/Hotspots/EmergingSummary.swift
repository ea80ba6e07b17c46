import Geo
import Publishing

/// What emerging hot spots came to, for people and programs.
struct EmergingSummary {
  let outcome: EmergingAnalysis.Outcome
  let output: String
  let record: AnalysisRecord

  /// How many features there are of each class, in the order of the codes.
  private var classes: [(pattern: HotspotPattern, count: Int)] {
    let order = Array(1...8) + (1...8).map { -$0 } + [0]
    return order.compactMap { HotspotPattern(rawValue: $0) }.map { pattern in
      (pattern, outcome.result.patterns.count { $0 == pattern })
    }
  }

  /// Some lines.
  func text(_ language: Language) -> String {
    let total = outcome.result.patterns.count
    let slices = outcome.labels.count
    let found = classes.filter { $0.count > 0 }.map { "\($0.pattern.name) \($0.count)" }
    return output + "\n"
      + language.pick(
        zh: "\(total) 个要素，\(slices) 个时间片，分类 \(outcome.judged) 个（alpha \(outcome.settings.alpha)）\n",
        en: "\(total) features in \(slices) slices, \(outcome.judged) classed (alpha "
          + "\(outcome.settings.alpha))\n")
      + (found.isEmpty ? "" : found.joined(separator: ", ") + "\n")
  }

  /// The same and the record.
  var json: JSONText {
    let settings = outcome.settings
    return .object([
      .init("output", .string(output)), .init("method", .string("emerging")),
      .init("features", .integer(outcome.result.patterns.count)),
      .init("judged", .integer(outcome.judged)),
      .init("slices", .array(outcome.labels.map { .string($0) })),
      .init("alpha", .decimal(settings.alpha, places: 6)),
      .init("correction", .string(settings.correction.rawValue)),
      .init("lags", .integer(settings.lags)),
      .init("compared_with", .string(settings.comparison.rawValue)),
      .init(
        "classes", .object(classes.map { .init($0.pattern.name, .integer($0.count)) })),
      .init("record", record.json),
    ])
  }
}
