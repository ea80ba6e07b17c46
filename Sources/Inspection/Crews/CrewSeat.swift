/// A seat to be filled.
struct CrewSeat: Sendable, Hashable {
  /// Who may sit there, in the order in which seats are filled.
  enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// A local officer of division rank, one more in a centre team.
    case centreLeader
    /// A local officer with experience.
    case leader
    /// A local officer.
    case local
    /// A local officer or one from the ministry.
    case open
  }

  /// The team, by its place in the problem.
  let team: Int
  /// Who may sit there.
  let kind: Kind

  /// The role as facts have it.
  var role: String {
    switch kind {
    case .centreLeader: "centre_leader"
    case .leader: "leader"
    case .local, .open: "member"
    }
  }

  /// The seats of a team by the rules.
  static func seats(ofTeam team: Int, isCentre: Bool, _ rules: CrewRules) -> [CrewSeat] {
    let open = min(rules.maximumMinistry, max(0, rules.teamSize - rules.minimumLocals))
    return (0..<(isCentre ? rules.centreExtra : 0)).map { _ in
      CrewSeat(team: team, kind: .centreLeader)
    }
      + (0..<rules.teamSize).map { place in
        let kind: Kind = place == 0 ? .leader : place < rules.teamSize - open ? .local : .open
        return CrewSeat(team: team, kind: kind)
      }
  }
}
