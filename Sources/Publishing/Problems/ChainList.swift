import CampaignData
public import Inspection

/// The list of visits whose chain of evidence is not complete.
public struct ChainList: Sendable {
  private let visits: [CheckedVisit]
  private let evidence: [String: [(zh: String, en: String)]]

  /// - Parameters:
  ///   - visits: those to be listed, in their order.
  ///   - evidence: why stops were chosen, by stop.
  public init(_ visits: [CheckedVisit], evidence: [String: [(zh: String, en: String)]]) {
    self.visits = visits
    self.evidence = evidence
  }

  /// The list as CSV.
  public func csv(_ language: Language) -> String {
    var table = DelimitedText(list: "chains", language: language)
    for visit in visits { table.append(row(visit, language)) }
    return table.text
  }

  /// The list as a table for a terminal: what people look for, one line a visit.
  public func text(_ language: Language) -> String {
    let headings = CampaignData.columns(ofList: "chains").filter { Self.short.contains($0.key) }
    var table = TextTable(
      headings.map { (language.pick(zh: $0.headingZH, en: $0.headingEN), .left) })
    for visit in visits {
      let visit = row(visit, language)
      let all = CampaignData.columns(ofList: "chains").enumerated()
      table.append(all.filter { Self.short.contains($0.element.key) }.map { visit[$0.offset] })
    }
    return table.text
  }

  private static let short: Set<String> = [
    "visit_id", "date", "team_id", "name", "outcome", "missing",
  ]

  /// The list as JSON, both languages.
  public var json: JSONText {
    .array(
      visits.map { checked in
        let visit = checked.visit
        return .object([
          .init("visit_id", .string(visit.id)), .init("site_id", .string(visit.siteID)),
          .init("name", .optional(checked.site?.name)), .init("team_id", .string(visit.teamID)),
          .init("stop_id", .optional(visit.stopID)), .init("round", .integer(visit.round)),
          .init("visited_at", .string(visit.visitedAt.description)),
          .init("outcome", .string(visit.outcome)),
          .init("problems", .array(checked.problems.map { .string($0.id) })),
          .init(
            "gaps",
            .array(
              checked.chain.gaps.map { gap in
                .object([
                  .init("key", .string(gap.key)), .init("zh", .string(gap.words.zh)),
                  .init("en", .string(gap.words.en)),
                ])
              })),
        ])
      })
  }

  private func row(_ checked: CheckedVisit, _ language: Language) -> [String] {
    let visit = checked.visit
    let gaps = checked.chain.gaps
    let between = language.pick(zh: "；", en: "; ")
    let reasons = visit.stopID.flatMap { evidence[$0] } ?? []
    return [
      visit.id, visit.visitedAt.date.description, String(visit.round), visit.teamID,
      visit.siteID, checked.site?.name ?? "", word("outcome", visit.outcome, language),
      checked.problems.map { word("problem_type", $0.type ?? "", language) }
        .joined(separator: between),
      gaps.map(\.key).joined(separator: ";"),
      gaps.map { language.pick(zh: $0.words.zh, en: $0.words.en) }.joined(separator: between),
      reasons.map { language.pick(zh: $0.zh, en: $0.en) }.joined(separator: between),
    ]
  }

  private func word(_ vocabulary: String, _ key: String, _ language: Language) -> String {
    let term = CampaignData.vocabulary(named: vocabulary)?.term(key: key)
    return term.map { language.pick(zh: $0.zh, en: $0.en) } ?? TelephoneMask.masked(key)
  }
}
