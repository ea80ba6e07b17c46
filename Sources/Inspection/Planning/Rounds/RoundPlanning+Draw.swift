import CampaignData

extension RoundPlanning {
  /// What a plan knows of the round's draw.
  struct Drawn {
    /// The draw; nil where nothing is drawn.
    var draw: RoundDraw?
    /// For every target: the probability with which the draw takes it; 0: none is known.
    var inclusion: [Double]
  }

  /// The draw that the plan was told of, else a new one.
  ///
  /// Of a draw made before, probabilities are known of the sites drawn and of those that the plan so
  /// far has stops at.
  func drawn(_ areas: TeamAreas, _ force: TeamForce) throws -> Drawn {
    if let draw = context.draw, draw.round == round.number { return recalled(draw) }
    var drawn = Drawn(draw: nil, inclusion: [Double](repeating: 0, count: targets.count))
    guard settings.randomShare > 0 else { return drawn }
    let visits = snapshot.facts.teams.enumerated().map { team, record in
      (days.lowerBound.daysSince1970...days.upperBound.daysSince1970).reduce(0) { sum, number in
        let date = CalendarDate(daysSince1970: number)
        return force.lostDays[team].contains(date)
          ? sum : sum + settings.visits(of: record, on: date, in: round)
      }
    }
    let secret = context.secret ?? RoundSecret(seed: settings.seed)
    let lottery = try RoundLottery(
      round: round.number, snapshot: snapshot, targets: targets, areas: areas, visits: visits,
      settings: settings, tickets: secret.tickets(round: round.number))
    drawn.draw = lottery.draw
    drawn.inclusion.replaceSubrange(0..<lottery.probabilities.count, with: lottery.probabilities)
    return drawn
  }

  private func recalled(_ draw: RoundDraw) -> Drawn {
    var known: [String: Double] = [:]
    for stop in context.earlier?.stops ?? [] { known[stop.target] = stop.inclusionProbability }
    for site in draw.sites { known[site.siteID] = site.probability }
    var inclusion = [Double](repeating: 0, count: targets.count)
    for (index, site) in snapshot.facts.sites.enumerated() {
      if let probability = known[site.id] { inclusion[index] = probability }
    }
    return Drawn(draw: draw, inclusion: inclusion)
  }

  /// What becomes of the drawn sites in a plan.
  func response(_ draw: RoundDraw, of plan: Plan, visited: Set<String>) -> DrawResponse {
    let drawn = Set(draw.sites.map(\.siteID))
    return DrawResponse(
      draw, visited: visited,
      planned: Set(plan.teamDays.flatMap { $0.stops.map(\.target.id) }),
      sites: Set(snapshot.facts.sites.map(\.id).filter(drawn.contains)))
  }
}
