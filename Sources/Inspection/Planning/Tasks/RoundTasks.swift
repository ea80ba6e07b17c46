import CampaignData

/// What the month's task plan asks of every team in a round.
struct RoundTasks: Sendable {
  /// For every team: its quotas; none without a task plan.
  let quotas: [[TaskQuota]]

  /// - Parameters:
  ///   - townshipsOfTeam: for every team: its townships.
  ///   - days: the days planned.
  init(
    snapshot: Snapshot, targets: TargetList, round: CampaignRound,
    days: ClosedRange<CalendarDate>, townshipsOfTeam: [[Int]]
  ) {
    let months = Set([CalendarMonth(round.firstDay), CalendarMonth(round.lastDay)]).sorted()
    let lines = TaskPlanLines(snapshot.facts.taskPlan)
    guard !lines.isEmpty(in: months) else {
      quotas = townshipsOfTeam.map { _ in [] }
      return
    }
    let visits = Self.visits(of: round, snapshot, targets)
    let townships = snapshot.facts.townships
    quotas = townshipsOfTeam.map { own in
      var byLine: [String: TaskQuota] = [:]
      for month in months {
        var held: [TaskPlanLines.Place: Set<Int>] = [:]
        for township in own {
          if let place = lines.place(of: townships[township], in: month) {
            held[place, default: []].insert(township)
          }
        }
        for (place, ground) in held {
          for line in lines.lines(of: place) {
            let part = TaskQuota.Part(
              month: month, share: min(1, max(0, line.share ?? 0)), townships: ground)
            let key = [place.code, line.topic, line.ledger ?? ""].joined(separator: "\u{1F}")
            byLine[key, default: TaskQuota(line: line, parts: [])].parts.append(part)
          }
        }
      }
      return byLine.keys.sorted().compactMap { byLine[$0].map { Self.counted($0, visits) } }
    }
  }

  private struct Made {
    var month: CalendarMonth
    var township: Int
    var topic: String
    var ledger: String?
  }

  private static func counted(_ quota: TaskQuota, _ visits: [Made]) -> TaskQuota {
    var quota = quota
    for visit in visits {
      for part in quota.parts.indices
      where quota.parts[part].month == visit.month
        && quota.parts[part].townships.contains(visit.township)
      {
        quota.parts[part].visited += 1
        if quota.counts(topic: visit.topic, ledger: visit.ledger) { quota.parts[part].made += 1 }
      }
    }
    return quota
  }

  /// The round's visits to known sites so far.
  private static func visits(
    of round: CampaignRound, _ snapshot: Snapshot, _ targets: TargetList
  ) -> [Made] {
    let made = snapshot.facts.visits.filter { $0.round == round.number }
    guard !made.isEmpty else { return [] }
    let names = SiteNames(snapshot.facts.sites)
    return made.compactMap { visit in
      guard let site = names.index(id: visit.siteID).map(Int.init),
        snapshot.siteTownships[site] >= 0
      else { return nil }
      return Made(
        month: CalendarMonth(visit.visitedAt.date),
        township: Int(snapshot.siteTownships[site]), topic: targets.topic(at: site),
        ledger: snapshot.facts.sites[site].ledger)
    }
  }
}
