/// Proves what of an arrangement's breaches nobody could have avoided.
struct CrewProof {
  private let problem: CrewRoundProblem
  private let arrangement: CrewArrangement

  init(_ arrangement: CrewArrangement) {
    self.arrangement = arrangement
    problem = arrangement.problem
  }

  /// The breaches by rule, each with its proof.
  func shortages() -> [CrewShortage] {
    [
      shortage("centre_leader", .centreLeader, after: nil, strict: true),
      shortage("leader", .leader, after: .centreLeader, strict: true),
      shortage("size", .open, after: nil, strict: false),
    ].compactMap(\.self)
  }

  /// How many seats of the first kinds are not filled as they should.
  func missing(upTo kind: CrewSeat.Kind, strict: Bool) -> Int {
    problem.seats.indices.count { seat in
      problem.seats[seat].kind.rawValue <= kind.rawValue
        && (arrangement.personOfSeat[seat] < 0 || strict && arrangement.isInexperienced(seat))
    }
  }

  private func shortage(
    _ rule: String, _ kind: CrewSeat.Kind, after before: CrewSeat.Kind?, strict: Bool
  ) -> CrewShortage? {
    let earlier = before.map { missing(upTo: $0, strict: strict) } ?? 0
    let lacking = missing(upTo: kind, strict: strict) - earlier
    guard lacking > 0 else { return nil }
    guard let found = SeatMatching(problem).shortage(upTo: kind, strict: strict, in: arrangement)
    else {
      return CrewShortage(
        rule: rule, round: problem.round, missing: lacking, proven: 0, seats: 0, people: 0,
        others: [])
    }
    let proven = max(0, found.seats.count - found.people.count - earlier)
    return CrewShortage(
      rule: rule, round: problem.round, missing: lacking, proven: min(proven, lacking),
      seats: found.seats.count, people: found.people.count,
      others: reasons(seats: found.seats, people: Set(found.people), strict: strict))
  }

  /// Why the rest of the pool cannot take these seats.
  private func reasons(
    seats: [Int], people: Set<Int>, strict: Bool
  ) -> [CrewShortage.Reason] {
    var bars: [CrewBar: Int] = [:]
    var (ministry, unfit) = (0, 0)
    for person in problem.people.indices where !people.contains(person) {
      if let bar = problem.bars[person] {
        bars[bar, default: 0] += 1
      } else if problem.province[person] < 0 {
        ministry += 1
      } else {
        unfit += 1
      }
    }
    var reasons = CrewBar.allCases.compactMap { bar in
      bars[bar].map { CrewShortage.Reason(key: bar.rawValue, count: $0, zh: bar.zh, en: bar.en) }
    }
    if ministry > 0 {
      reasons.append(
        .init(key: "ministry", count: ministry, zh: "属部派出机构", en: "are the ministry's"))
    }
    let kinds = Set(seats.map { problem.seats[$0].kind })
    let wanted =
      kinds == [.centreLeader]
      ? ("不是处级", "are below division rank")
      : strict
        ? ("未推荐为组长或不是处级", "are neither recommended nor of division rank")
        : ("为被督查省份人员", "are of the inspected provinces")
    if unfit > 0 {
      reasons.append(.init(key: "unfit", count: unfit, zh: wanted.0, en: wanted.1))
    }
    return reasons
  }
}
