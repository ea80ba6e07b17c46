import CampaignData
import Geo
public import Inspection

/// How much has been visited, by place, topic, ledger or round, for people and programs.
public struct CoverageTable {
  private let figures: CoverageFigures
  private let names: ReportNames
  private let townships: [String: Township]

  /// Takes figures and the facts that have the names in them.
  public init(_ figures: CoverageFigures, facts: Facts) {
    self.figures = figures
    names = ReportNames(facts)
    townships = Dictionary(facts.townships.map { ($0.code, $0) }) { first, _ in first }
  }

  /// The table for a terminal, with a line of totals.
  public func text(_ language: Language) -> String {
    var table = TextTable(
      Self.columns.dropFirst().map { column in
        (
          language.pick(zh: column.headingZH, en: column.headingEN),
          column.key == "name" ? .left : .right
        )
      })
    for part in figures.parts { table.append([name(part.key).text(language)] + Self.values(part)) }
    // The rounds' last line says it already: rounds go on from each other and do not add up.
    if figures.kind != .round {
      table.appendFooter([ReportText.all.phrase().text(language)] + Self.values(figures.total))
    }
    return table.text
  }

  /// The table as CSV, a row a part, without totals.
  public func csv(_ language: Language) -> String {
    var text = DelimitedText(list: "parts", language: language)
    for part in figures.parts {
      text.append([part.key, name(part.key).text(language)] + Self.values(part))
    }
    return text.text
  }

  /// The table as JSON.
  public var json: JSONText {
    .object([
      .init("by", .string(figures.kind.rawValue)), .init("round", .integer(figures.round)),
      .init(
        "parts",
        .array(
          figures.parts.map { part in
            let name = name(part.key)
            return .object(
              [
                .init("key", .string(part.key)), .init("name_zh", .string(name.zh)),
                .init("name_en", .string(name.en)),
              ] + Self.members(part))
          })), .init("total", .object(Self.members(figures.total))),
    ])
  }

  private static var columns: [ListColumn] { CampaignData.columns(ofList: "parts") }

  private func name(_ key: String) -> ReportPhrase {
    switch figures.kind {
    case .city: names.city(key)
    case .county: names.county(key)
    case .township: township(key)
    case .topic: names.word(key, of: "topic")
    case .ledger:
      key.isEmpty ? ReportText.noLedger.phrase() : names.word(key, of: "ledger")
    case .round: ReportText.roundNumber.phrase(key)
    }
  }

  private func township(_ code: String) -> ReportPhrase {
    guard let township = townships[code] else { return ReportText.unknown.phrase() }
    return ReportPhrase(recorded: township.county + township.name)
  }

  private static func values(_ part: CoverageCount) -> [String] {
    counts(part).map { count in
      count.count.map(String.init) ?? FollowUpReport.per100(part.found.rate)
    }
  }

  private static func members(_ part: CoverageCount) -> [JSONText.Member] {
    counts(part).map { name, count in
      .init(name, count.map(JSONText.integer) ?? .decimal(part.found.rate * 100, places: 2))
    }
  }

  /// The figures by column, in order; that without a count is the rate.
  private static func counts(_ part: CoverageCount) -> [(name: String, count: Int?)] {
    [
      ("townships", part.townships), ("townships_in_round", part.townshipsInRound),
      ("townships_ever", part.townshipsEver), ("sites", part.sites),
      ("sites_in_round", part.sitesInRound), ("sites_ever", part.sitesEver),
      ("visits", part.found.trials), ("hits", part.found.successes), ("per_100", nil),
      ("problems", part.problems), ("visits_ever", part.visitsEver),
    ]
  }
}
