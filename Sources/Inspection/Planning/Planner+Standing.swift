import CampaignData

extension Planner {
  /// How every township stands in a round as known, before anything is planned.
  ///
  /// A township without a team and without a visit has the gap `noTeam`; whether the others will be
  /// covered, only a plan can say. Throws `PlanError` for a round that there is not, or what joining
  /// visits to townships throws.
  /// - Parameter settings: what a visit costs; the defaults where nobody says.
  public static func standing(
    inRound number: Int, of snapshot: Snapshot, settings: PlanSettings? = nil
  ) throws -> [TownshipCoverage] {
    guard let round = CampaignData.rounds.round(number) else {
      throw PlanError.unknownRound(number)
    }
    let facts = snapshot.facts
    let areas = TeamAreas(
      teams: facts.teams, townships: facts.townships, sites: snapshot.sitesByTownship,
      effort: settings.map { AreaEffort($0, days: round.days) } ?? .usual)
    return areas.standing(try VisitHistory(snapshot: snapshot, round: number))
  }
}

extension Snapshot {
  /// For every township: how many sites it has; those known only locally are not counted, since the
  /// areas, and so what a team draws from, would follow what localities invent.
  var sitesByTownship: [Int] {
    var counts = [Int](repeating: 0, count: facts.townships.count)
    for (site, township) in siteTownships.enumerated()
    where township >= 0 && facts.sites[site].isIndependent {
      counts[Int(township)] += 1
    }
    return counts
  }
}

extension EarlierPlan {
  /// The team of each township that the plan has stops in, by index; of several the first.
  func teamsByTownship(_ facts: Facts) -> [Int: Int] {
    func index(_ ids: [String]) -> [String: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let teams = index(facts.teams.map(\.id))
    let townships = index(facts.townships.map(\.code))
    var held: [Int: Int] = [:]
    for stop in stops where stop.basis != .manual {
      guard let code = stop.township, let township = townships[code], let team = teams[stop.team]
      else { continue }
      if held[township] == nil { held[township] = team }
    }
    return held
  }
}
