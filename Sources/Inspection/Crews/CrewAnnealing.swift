internal import Routing

/// Leaves arrangements that no single exchange improves: exchanges at random, and keeps those that
/// cost less than a threshold more, which falls to nothing.
///
/// Threshold accepting (Dueck and Scheuer, Journal of Computational Physics 90, 1990). The same seed
/// gives the same arrangement. Hard rules cost more than any threshold.
struct CrewAnnealing {
  private let problem: CrewRoundProblem
  private let seed: UInt64

  /// The first threshold in thousandths of a point: that of two pairs of another province.
  private var threshold: Int { problem.rules.weights.otherProvince * 2000 }

  init(_ problem: CrewRoundProblem, seed: UInt64) {
    self.problem = problem
    self.seed = seed
  }

  /// Makes the exchanges, `crew_trials` for each seat.
  func improve(_ arrangement: inout CrewArrangement) {
    var random = SplitMix64(seed: seed ^ UInt64(truncatingIfNeeded: problem.round) &* 0x9E37_79B9)
    let seats = problem.seats.indices.filter { arrangement.personOfSeat[$0] >= 0 }
    var free = problem.usable.filter { arrangement.seatOfPerson[$0] < 0 }
    guard seats.count > 1 else { return }
    let trials = problem.rules.trialsPerSeat * seats.count
    for trial in 0..<trials {
      let limit = arrangement.cost + 1 + threshold * (trials - trial) / trials
      let seat = seats[Self.below(seats.count, &random)]
      switch Self.below(8, &random) {
      case 0:
        exchangeCrews(seat, seats[Self.below(seats.count, &random)], below: limit, &arrangement)
      case 1...4:
        guard !free.isEmpty else { continue }
        let place = Self.below(free.count, &random)
        if let old = arrangement.replace(seat, by: free[place], below: limit) { free[place] = old }
      default:
        let other = seats[Self.below(seats.count, &random)]
        if problem.seats[seat].team != problem.seats[other].team {
          arrangement.exchange([(seat, other)], below: limit)
        }
      }
    }
  }

  /// Exchanges the crews of two seats' teams, without the leaders of centre teams.
  private func exchangeCrews(
    _ first: Int, _ second: Int, below limit: Int, _ arrangement: inout CrewArrangement
  ) {
    let teams = [first, second].map { problem.seats[$0].team }
    guard teams[0] != teams[1] else { return }
    let base = teams.map { team in
      problem.seatsOfTeam[team].filter { problem.seats[$0].kind != .centreLeader }
    }
    arrangement.exchange(Array(zip(base[0], base[1])), below: limit)
  }

  private static func below(_ bound: Int, _ random: inout SplitMix64) -> Int {
    Int(random.next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
