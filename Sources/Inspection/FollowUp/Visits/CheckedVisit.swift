/// A visit with what was found about its chain of evidence.
public struct CheckedVisit: Sendable, Hashable {
  /// The visit.
  public var visit: VisitReport
  /// Its site; nil if none is known.
  public var site: Site?
  /// Its problems.
  public var problems: [FoundProblem]
  /// What its evidence lacks.
  public var chain: EvidenceChain

  /// Looks at some visits, in the order given.
  ///
  /// - Complexity: O(v + s + p) for v visits, s sites and p problems.
  public static func all(
    _ visits: [VisitReport], sites: [Site], problems: [FoundProblem], rules: EvidenceRules
  ) -> [CheckedVisit] {
    let sites = Dictionary(sites.map { ($0.id, $0) }) { $1 }
    let problems = Dictionary(grouping: problems, by: \.visitID)
    return visits.map { visit in
      let (site, found) = (sites[visit.siteID], problems[visit.id] ?? [])
      return CheckedVisit(
        visit: visit, site: site, problems: found,
        chain: EvidenceChain(of: visit, site: site, problems: found, rules: rules))
    }
  }

  /// Whether the chains of visits are complete, by identifier.
  ///
  /// Visits of which nobody wrote down who confirmed them, a photo or a record are left out: nobody
  /// knows, which is held against no one.
  public static func proofs(of visits: [CheckedVisit]) -> [String: Bool] {
    let told = visits.lazy.map(\.visit).enumerated().filter { _, visit in
      !visit.confirmedBy.isEmpty || !visit.photos.isEmpty || !(visit.record ?? "").isEmpty
    }
    return Dictionary(told.map { ($0.element.id, visits[$0.offset].chain.isComplete) }) { $1 }
  }
}
