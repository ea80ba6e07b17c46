internal import CampaignData
internal import Geo

/// Whether the evidence of a visit makes a complete chain 证据链.
///
/// The plan of 2018, section 5.2, asks for evidence fixed on the spot, with records of questioning
/// where needed, "so that the chain is complete"; section 9.3 for records and photos entered on the
/// spot and confirmed by those taking part together. So: who (a team, and at least two who confirm),
/// when (with a time of day), where (reported from near the site), what (an outcome, and the type of
/// each problem), and where a problem is claimed a record of questioning and a photo.
public struct EvidenceChain: Sendable, Hashable {
  /// What is missing, in the order who, when, where, what.
  public let gaps: [EvidenceGap]

  /// True if nothing is missing.
  public var isComplete: Bool { gaps.isEmpty }

  /// Looks at a visit.
  ///
  /// - Parameters:
  ///   - visit: the visit with all that its reports say.
  ///   - site: its site; nil if none is known. A visit of a search or patrol target needs none.
  ///   - problems: its problems.
  ///   - rules: what is asked for.
  public init(
    of visit: VisitReport, site: Site?, problems: [FoundProblem], rules: EvidenceRules
  ) {
    var gaps: [EvidenceGap] = []
    if visit.teamID.isEmpty { gaps.append(.team) }
    let people = Set(visit.confirmedBy.filter { !$0.isEmpty }).count
    if people < rules.confirmedMinimum {
      gaps.append(.who(found: people, needed: rules.confirmedMinimum))
    }
    // Midnight is how a day without a time of day is stored, and no team inspects then.
    if visit.visitedAt.secondOfDay == 0 { gaps.append(.when) }
    gaps += Self.place(of: visit, site, rules)
    if !ReportMerge.outcomes.contains(visit.outcome) { gaps.append(.outcome) }
    if visit.outcome == "problem" || !problems.isEmpty {
      if problems.isEmpty || problems.contains(where: { ($0.type ?? "").isEmpty }) {
        gaps.append(.type)
      }
      if (visit.record ?? "").isEmpty { gaps.append(.record) }
      if visit.photos.isEmpty { gaps.append(.photo) }
    }
    self.gaps = gaps
  }

  private static func place(
    of visit: VisitReport, _ site: Site?, _ rules: EvidenceRules
  ) -> [EvidenceGap] {
    let isTarget = visit.siteID.contains(":")
    var gaps: [EvidenceGap] = site == nil && !isTarget ? [.site] : []
    guard let position = visit.position else { return gaps + [.place] }
    if let site {
      let metres = greatCircleDistance(position, site.position)
      if metres > rules.positionMetres { gaps.append(.distance(metres: metres)) }
    }
    return gaps
  }
}
