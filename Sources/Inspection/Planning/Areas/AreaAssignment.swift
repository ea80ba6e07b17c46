import Geo

/// Another first division: every township goes to the base that is nearest after a handicap, and
/// handicaps rise for loaded teams until loads are even (a power diagram, Aurenhammer 1987); what
/// comes off is given to a neighbour.
struct AreaAssignment {
  private let problem: AreaProblem

  init(_ problem: AreaProblem) { self.problem = problem }

  /// The team of every township that somebody may have.
  func run() -> [Int?] {
    let means = AreaClusters(problem)
    var handicap = [Double](repeating: 0, count: problem.teams)
    var best = owners(handicap)
    var leastUneven = unevenness(best, means)
    var step = 400.0
    for _ in 0..<120 {
      let loads = problem.loads(owners(handicap))
      let mean = means.means(of: loads)
      for team in 0..<problem.teams where mean[team] > 0 {
        handicap[team] += step * (loads[team] / mean[team] - 1)
      }
      step *= 0.97
      let next = owners(handicap)
      let uneven = unevenness(next, means)
      if uneven < leastUneven { (best, leastUneven) = (next, uneven) }
    }
    return repaired(best)
  }

  private func unevenness(_ owner: [Int?], _ means: AreaClusters) -> Double {
    let loads = problem.loads(owner)
    return zip(loads, means.means(of: loads)).reduce(0) { sum, pair in
      pair.1 > 0 ? sum + (pair.0 / pair.1 - 1) * (pair.0 / pair.1 - 1) : sum
    }
  }

  /// Squared kilometres to the base plus the handicap, the least of all.
  private func owners(_ handicap: [Double]) -> [Int?] {
    problem.candidates.indices.map { township in
      if let team = problem.settled[township] { return team }
      return problem.candidates[township].map { team in
        let way = greatCircleDistance(problem.bases[team], problem.centres[township]) / 1000
        return (way * way + handicap[team], team)
      }.min { $0 < $1 }?.1
    }
  }

  /// Leaves every team its piece with the most visits and gives the others away.
  private func repaired(_ owner: [Int?]) -> [Int?] {
    var owner = owner
    for _ in 0..<8 {
      var moved = false
      for team in 0..<problem.teams {
        for piece in pieces(of: team, owner).dropFirst() {
          let loads = problem.loads(owner)
          for township in piece where problem.settled[township] == nil {
            let beside = Set(problem.neighbours[township].compactMap { owner[$0] }).filter {
              $0 != team && problem.candidates[township].contains($0)
            }
            if let to = beside.min(by: { (loads[$0], $0) < (loads[$1], $1) }) {
              owner[township] = to
              moved = true
            }
          }
        }
      }
      guard moved else { break }
    }
    return owner
  }

  private func pieces(of team: Int, _ owner: [Int?]) -> [[Int]] {
    let area = owner.indices.filter { owner[$0] == team }
    var seen: Set<Int> = []
    var pieces: [[Int]] = []
    for start in area where !seen.contains(start) {
      let piece = TownshipNeighbours.reached(
        from: start, over: problem.neighbours, where: { owner[$0] == team })
      seen.formUnion(piece)
      pieces.append(piece.sorted())
    }
    func weight(_ piece: [Int]) -> Double { piece.reduce(0) { $0 + problem.visits[$1] } }
    return pieces.sorted { (-weight($0), $0[0]) < (-weight($1), $1[0]) }
  }
}
