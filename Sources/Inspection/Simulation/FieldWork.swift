import CampaignData

/// Carries out planned days: what the crews find follows from what is wrong and what they see.
struct FieldWork {
  let round: Int
  let facts: Facts
  let serviceMinutes: Int
  /// Stops that verify problems, by target: the problems.
  let due: [String: [DueProblem]]

  /// A problem to be verified.
  struct DueProblem: Sendable, Hashable {
    var id: String
    var site: Int
    /// Which of the site's violations it was.
    var violation: UInt16
    /// The first day on which it may be verified.
    var from = CalendarDate(daysSince1970: .max)
  }

  /// What a day came to.
  struct Day {
    var visits: [SimulatedVisit] = []
    /// New problems, each with the place of its visit among the day's.
    var found: [(visit: Int, due: DueProblem)] = []
    /// What verifications saw.
    var rechecks: [(problem: DueProblem, sight: RecheckSight, at: Moment)] = []
    var metres = 0.0
    /// Minutes of driving by team.
    var driving: [String: Double] = [:]
  }

  /// Works the lists of a day, team by team; the life stands at that day.
  func work(_ lists: [TeamDay], in life: inout DemoLife, visitCount: Int) -> Day {
    var day = Day()
    for list in lists where !list.stops.isEmpty {
      let team = facts.teams[list.team].id
      var random = DemoRandom(
        seed: life.population.seed, stream: "day " + team, number: list.date.daysSince1970)
      let skill = life.skill(of: team, round: round)
      day.metres += list.distance
      day.driving[team] =
        Double(list.duration) / 60 - Double(list.stops.count * serviceMinutes)
      for stop in list.stops where !random.chance(life.truth.rules.missed) {
        let number = visitCount + day.visits.count + 1
        visit(
          stop, "V" + padded(number, to: 7), by: team, skill: skill, in: &life, &day, &random)
      }
    }
    return day
  }

  private func visit(
    _ stop: Stop, _ id: String, by team: String, skill: Double, in life: inout DemoLife,
    _ day: inout Day, _ random: inout DemoRandom
  ) {
    let site = stop.target.kind == .site ? SiteRegister.index(of: stop.target.id) : nil
    let problems = (due[stop.target.id] ?? []).filter { $0.from <= stop.arrival.date }
    let place = day.visits.count
    var isFound = false
    var isOpen = false
    for problem in problems {
      let sight = life.recheck(problem.site, of: problem.violation)
      day.rechecks.append((problem, sight, stop.arrival))
      isOpen = isOpen || sight != .done
    }
    var outcome = "none"
    if let site {
      isFound = life.visit(site, skill: skill)
      outcome = VisitOutcomes.clean(life.population.sites[site], &random)
      if isFound {
        let problem = DueProblem(
          id: "Q" + id.dropFirst(), site: site, violation: life.truth.counts[site])
        day.found.append((place, problem))
      }
    } else {
      isFound = life.search(stop.target.position, skill: skill)
    }
    day.visits.append(
      SimulatedVisit(
        visit: Visit(
          id: id, siteID: stop.target.id, teamID: team, round: round, visitedAt: stop.arrival,
          outcome: isFound || isOpen ? "problem" : outcome,
          position: site == nil ? stop.target.position : nil,
          knownAt: Moment(stop.arrival.date, hour: 19, second: random.below(3 * 3600))),
        site: site, basis: stop.basis, chance: stop.target.chance,
        probability: stop.inclusionProbability, township: stop.target.township,
        isRecheck: stop.basis == .recheck,
        severity: isFound ? SimulatedSeverity.draw(&random) : nil))
  }
}
