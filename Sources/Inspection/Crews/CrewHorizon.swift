/// What several rounds together must leave empty: nobody serves in two in a row.
public struct CrewHorizon: Sendable, Hashable {
  /// The key of the rule: `centre_leader`, `leader` or `size`, each with those before it.
  public let rule: String
  /// The seats of all rounds.
  public let seats: Int
  /// How many are not filled as they should.
  public let missing: Int
  /// How many must not be at least.
  public let proven: Int

  /// The bounds of rounds that follow each other.
  ///
  /// In each round, and in each two in a row where everybody serves once, no more seats can be filled
  /// than a maximum flow from people to seats tells (Ford and Fulkerson 1962). The most that all
  /// rounds together can fill under these limits is found from the first round on: filling a seat
  /// earlier takes at most one from the round after it.
  static func all(
    _ problems: [CrewRoundProblem], missing: [(CrewSeat.Kind) -> Int]
  ) -> [CrewHorizon] {
    let levels: [(rule: String, kind: CrewSeat.Kind, strict: Bool)] = [
      ("centre_leader", .centreLeader, true), ("leader", .leader, true), ("size", .open, false),
    ]
    return levels.map { level in
      let demand = problems.map { problem in
        problem.seats.count { $0.kind.rawValue <= level.kind.rawValue }
      }
      var most = 0
      var last = 0
      for (place, problem) in problems.enumerated() {
        var here = ClassFlow([problem], upTo: level.kind, strict: level.strict).value
        if place > 0 {
          let both = ClassFlow(
            [problems[place - 1], problem], upTo: level.kind, strict: level.strict
          ).value
          here = min(here, both - last)
        }
        most += here
        last = here
      }
      let seats = demand.reduce(0, +)
      return CrewHorizon(
        rule: level.rule, seats: seats, missing: missing.reduce(0) { $0 + $1(level.kind) },
        proven: seats - most)
    }
  }
}
