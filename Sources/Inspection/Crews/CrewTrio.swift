/// People who stay together in a team 同一城市一组: a leader first.
struct CrewTrio {
  /// The people, the leader first; as many as a team has without the centre's leader.
  let people: [Int]
  /// The sending province of all or most of them.
  let province: Int

  /// Forms as many trios as go round: of one city first, then of one province, then with somebody
  /// from the ministry, then of any.
  ///
  /// People of division rank come last, since centre teams need them; of the rest those who have
  /// served least come first.
  static func all(in problem: CrewRoundProblem) -> [CrewTrio] {
    var pool = Pool(problem)
    let locals = problem.usable.filter { problem.province[$0] >= 0 }
    var trios: [CrewTrio] = []
    for key in [problem.origin, problem.province] {
      let groups = Dictionary(grouping: locals) { key[$0] }
      for group in groups.keys.sorted() {
        while let trio = pool.trio(of: groups[group] ?? [], size: problem.rules.teamSize) {
          trios.append(CrewTrio(people: trio, province: problem.province[trio[0]]))
        }
      }
    }
    let ministry = problem.usable.filter { problem.province[$0] < 0 }
    for person in ministry where problem.rules.maximumMinistry > 0 {
      guard let pair = pool.trio(of: locals, size: problem.rules.teamSize - 1) else { break }
      trios.append(CrewTrio(people: pair + [person], province: problem.province[pair[0]]))
    }
    while let trio = pool.trio(of: locals, size: problem.rules.teamSize) {
      trios.append(CrewTrio(people: trio, province: problem.province[trio[0]]))
    }
    return trios
  }

  /// Who is still free.
  private struct Pool {
    let problem: CrewRoundProblem
    var isTaken: [Bool]
    private let isSpared: [Bool]

    init(_ problem: CrewRoundProblem) {
      self.problem = problem
      isTaken = [Bool](repeating: false, count: problem.people.count)
      // As many of division rank as centre teams need, and some to choose from.
      let seats = problem.seats.count { $0.kind == .centreLeader }
      var isSpared = isTaken
      for person in problem.usable.filter({ problem.people[$0].isOfDivisionRank })
        .prefix(seats * 3)
      {
        isSpared[person] = true
      }
      self.isSpared = isSpared
    }

    /// A leader and others of a group; nil where there are not enough.
    mutating func trio(of group: [Int], size: Int) -> [Int]? {
      let free = group.filter { !isTaken[$0] && !isSpared[$0] }
      guard free.count >= size,
        let leader = free.first(where: { problem.isExperienced[$0] })
      else { return nil }
      // Leaders are kept for other teams where others will do.
      let others = free.filter { $0 != leader }
      let members =
        others.filter { !problem.isExperienced[$0] } + others.filter { problem.isExperienced[$0] }
      let trio = [leader] + members.prefix(size - 1)
      for person in trio { isTaken[person] = true }
      return trio
    }
  }
}
