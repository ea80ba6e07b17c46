extension TeamAreas {
  /// How every township stands before anything is planned.
  func standing(_ history: VisitHistory) -> [TownshipCoverage] {
    teamOfTownship.enumerated().map { township, team in
      let isOpen = team == nil && history.inRound[township] == 0
      return TownshipCoverage(
        township: township, team: team, visitsEver: history.ever[township],
        visitsInRound: history.inRound[township],
        gap: !isOpen ? nil : isAbandoned[township] ? .teamOut : .noTeam)
    }
  }

  /// How the ground was divided, and what became of that of teams that cannot work.
  ///
  /// - Parameter held: the team of each township in an earlier plan; nil without one, when a team
  ///   counts as having all that it may have.
  func remarks(unable: Set<Int>, facts: Facts, held: [Int: Int]?) -> [PlanRemark] {
    let divided = measures.map { [PlanRemark.divided($0)] } ?? []
    return divided
      + unable.sorted().compactMap { team in
        let own = facts.townships.indices.filter { township in
          if let held { held[township] == team } else { meant[township].contains(team) }
        }
        let others = Set(own.compactMap { teamOfTownship[$0] }).map { facts.teams[$0].id }.sorted()
        return own.isEmpty
          ? nil : .handedOn(team: facts.teams[team].id, townships: own.count, to: others)
      }
  }
}
