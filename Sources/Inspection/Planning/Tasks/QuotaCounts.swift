import CampaignData

/// One team's quotas in the solver's terms: which sites count for which, and on which days.
struct QuotaCounts {
  /// A quota and its sites.
  struct Entry {
    let quota: TaskQuota
    /// For every site offered: true if a visit counts for it, wherever it is.
    let counts: [Bool]
    /// For every part: for every site offered, true if it lies in its townships.
    let inside: [[Bool]]
    /// For every day: the part that holds on it; nil: none.
    let partOfDay: [Int?]

    /// Visits asked for and visits that count, those made in the round included.
    func standing(_ routes: [[Int]]) -> (wanted: Int, planned: Int) {
      var wanted = 0.0
      var planned = 0
      for part in quota.parts {
        wanted += part.share * Double(part.visited)
        planned += part.made
      }
      for (day, route) in routes.enumerated() {
        guard let part = partOfDay[day] else { continue }
        for site in route where inside[part][site] {
          wanted += quota.parts[part].share
          planned += counts[site] ? 1 : 0
        }
      }
      return (Int(wanted.rounded()), planned)
    }

    /// True if a visit to a site on a day counts.
    func counts(_ site: Int, on day: Int) -> Bool {
      counts[site] && (partOfDay[day].map { inside[$0][site] } ?? false)
    }
  }

  /// The quotas, in their order.
  let entries: [Entry]

  init(_ quotas: [TaskQuota], problem: RoundProblem, targets: TargetList, facts: Facts) {
    let offered = problem.offered
    let topics = offered.map { targets.topic(at: $0) }
    let ledgers = offered.map { targets.site(at: $0).flatMap { facts.sites[$0].ledger } }
    entries = quotas.map { quota in
      Entry(
        quota: quota,
        counts: offered.indices.map { quota.counts(topic: topics[$0], ledger: ledgers[$0]) },
        inside: quota.parts.map { part in
          offered.map { part.townships.contains(Int(targets.townships[$0])) }
        },
        partOfDay: problem.dates.map { date in
          quota.parts.firstIndex { $0.month == CalendarMonth(date) }
        })
    }
  }
}
