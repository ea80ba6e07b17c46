import CampaignData

// The shares of the task plan in one team's round.
extension TeamRound {
  /// What the task plan makes of a team's routes.
  struct TaskOutcome {
    var routes: [[Int]]
    /// For targets brought in: why.
    var reasons: [Int: Reason] = [:]
    var standings: [TaskStanding] = []
    /// Stops exchanged, and what they cost in chance.
    var exchanged = 0
    var cost = 0.0
  }

  /// The routes brought to the shares of the task plan; as they are without one.
  func meetTasks(_ routes: [[Int]], _ problem: RoundProblem) -> TaskOutcome {
    guard !quotas.isEmpty else { return TaskOutcome(routes: routes) }
    let counts = QuotaCounts(quotas, problem: problem, targets: targets, facts: facts)
    let isLocal = problem.offered.map(isLocal)
    let exchange = TaskExchange(
      problem: problem, counts: counts, isLocal: isLocal, localShare: settings.localShare)
    let found = exchange.run(routes)
    var outcome = TaskOutcome(routes: found.routes)
    for (site, quota) in found.added {
      outcome.reasons[problem.offered[site]] = .taskPlan(quota.line)
    }
    outcome.exchanged = found.added.count
    outcome.cost = Double(found.cost) / RoundProblem.prizeScale
    outcome.standings = counts.entries.map { standing($0, found.routes, problem, isLocal) }
    return outcome
  }

  private func isLocal(_ target: Int) -> Bool {
    targets.site(at: target).map { !facts.sites[$0].isIndependent } ?? false
  }

  private func standing(
    _ entry: QuotaCounts.Entry, _ routes: [[Int]], _ problem: RoundProblem, _ isLocal: [Bool]
  ) -> TaskStanding {
    let (wanted, planned) = entry.standing(routes)
    let line = entry.quota.line
    var standing = TaskStanding(
      city: line.cityCode ?? facts.teams[team].cityCode, county: line.countyCode,
      topic: line.topic, ledger: line.ledger, wanted: wanted, planned: planned, missing: [:])
    guard planned < wanted else { return standing }
    let visited = Set(routes.joined())
    let left = problem.offered.indices.filter { site in
      entry.counts[site] && !visited.contains(site) && entry.inside.contains { $0[site] }
    }
    let own = left.filter { !isLocal[$0] }
    let short = wanted - planned
    let reason: TaskStanding.Reason =
      left.isEmpty
      ? .tooFew
      : own.isEmpty ? .onlyLocal : own.contains(where: problem.isReachable) ? .capacity : .tooFar
    standing.missing[reason] = short
    return standing
  }

  /// The best candidates of each line, twice what it may ask for, to be put to the solver too.
  func offeredForTasks(_ byChance: [Int], capacity: Int) -> [Int] {
    guard !quotas.isEmpty else { return [] }
    let topics = byChance.map { targets.topic(at: $0) }
    var taken: [Int] = []
    for quota in quotas {
      let share = quota.parts.map(\.share).max() ?? 0
      let townships = quota.parts.reduce(into: Set<Int>()) { $0.formUnion($1.townships) }
      let most = 4 + Int((2 * share * Double(capacity)).rounded(.up))
      var count = (own: 0, local: 0)
      for (place, target) in byChance.enumerated() {
        let site = targets.site(at: target)
        guard townships.contains(Int(targets.townships[target])),
          quota.counts(
            topic: topics[place], ledger: site.flatMap { facts.sites[$0].ledger })
        else { continue }
        if isLocal(target) {
          guard count.local < most else { continue }
          count.local += 1
        } else {
          guard count.own < most else { continue }
          count.own += 1
        }
        taken.append(target)
      }
    }
    return taken
  }
}

extension Reason {
  /// The reason of a visit that the task plan brought in.
  static func taskPlan(_ line: TaskShare) -> Reason {
    let topic = CampaignData.topic(key: line.topic)
    let share = Int(((line.share ?? 0) * 100).rounded())
    return Reason(
      key: "task_plan", logOdds: 0,
      zh: "\(line.month.month)月任务计划：\(topic?.nameZH ?? line.topic)不少于 \(share) %",
      en: "the task plan of \(line.month): at least \(share) % for "
        + "\(topic?.nameEN ?? line.topic)")
  }
}
