import CampaignData

/// What verifications said, by site and by the visit that found the problem.
struct VerifiedSites: Sendable {
  /// For sites with verified problems: indices in `Facts.rechecks` of the last one of each problem,
  /// oldest first.
  private var bySite: [Int32: [Int]] = [:]
  /// For visits whose problems were verified, by index in `Facts.visits`: the same.
  private var byVisit: [Int: [Int]] = [:]
  /// For visits: how many problems they found.
  private var problemsOfVisit: [Int: Int] = [:]
  private var results: [Int: String] = [:]

  init(_ facts: Facts, _ sites: SiteNames) {
    guard !facts.rechecks.isEmpty, !facts.problems.isEmpty else { return }
    let visits = Dictionary(
      facts.visits.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var last: [String: Int] = [:]
    for (number, recheck) in facts.rechecks.enumerated() {
      if let other = last[recheck.problemID],
        facts.rechecks[other].visitedAt > recheck.visitedAt
      {
        continue
      }
      last[recheck.problemID] = number
    }
    for problem in facts.problems {
      guard let visit = visits[problem.visitID] else { continue }
      problemsOfVisit[visit, default: 0] += 1
      guard let number = last[problem.id] else { continue }
      results[number] = facts.rechecks[number].result
      byVisit[visit, default: []].append(number)
      if let site = sites.index(id: facts.visits[visit].siteID) {
        bySite[site, default: []].append(number)
      }
    }
    bySite = bySite.mapValues { numbers in
      numbers.sorted {
        (facts.rechecks[$0].visitedAt, $0) < (facts.rechecks[$1].visitedAt, $1)
      }
    }
  }

  /// `done` if all that a visit found was verified as put right, `false` if none of it was a problem;
  /// nil while anything is open.
  func settled(_ visit: Int, hidden: HiddenFacts) -> String? {
    guard let numbers = byVisit[visit] else { return nil }
    let shown = numbers.filter { !hidden.rechecks.contains($0) }.compactMap { results[$0] }
    guard shown.count == problemsOfVisit[visit],
      shown.allSatisfy({ ["done", "false"].contains($0) })
    else { return nil }
    return shown.contains("done") ? "done" : "false"
  }

  /// The last verification of a site that found something not put right, or back again.
  func relapse(_ site: Int32, hidden: HiddenFacts) -> Int? {
    bySite[site]?.last { number in
      !hidden.rechecks.contains(number)
        && ["recurred", "not_done"].contains(results[number] ?? "")
    }
  }
}
