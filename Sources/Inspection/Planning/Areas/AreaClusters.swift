import Geo
import Glibc

/// Which teams share ground with each other, and what that ground is like.
struct AreaClusters {
  /// For every township: kilometres east and north of the middle of its cluster.
  let places: [Coordinate]
  /// For every team: the lowest team that it shares ground with, directly or over others.
  let clusterOfTeam: [Int]
  private let problem: AreaProblem

  init(_ problem: AreaProblem) {
    self.problem = problem
    var parent = Array(0..<problem.teams)
    func root(_ team: Int) -> Int {
      var team = team
      while parent[team] != team { team = parent[team] }
      return team
    }
    for teams in problem.candidates {
      for team in teams.dropFirst() {
        let (a, b) = (root(teams[0]), root(team))
        if a != b { parent[max(a, b)] = min(a, b) }
      }
    }
    clusterOfTeam = (0..<problem.teams).map(root)
    let cluster = clusterOfTeam
    let clusterOf = problem.candidates.map { $0.first.map { cluster[$0] } }
    var sums: [Int: (x: Double, y: Double, count: Double)] = [:]
    for (township, cluster) in clusterOf.enumerated() {
      guard let cluster, problem.centres[township].isFinite else { continue }
      let sum = sums[cluster] ?? (0, 0, 0)
      let centre = problem.centres[township]
      sums[cluster] = (sum.x + centre.x, sum.y + centre.y, sum.count + 1)
    }
    places = zip(clusterOf, problem.centres).map { cluster, centre in
      guard let cluster, let sum = sums[cluster], centre.isFinite else { return Coordinate(0, 0) }
      let degree = 111.2
      let shrink = cos(sum.y / sum.count * .pi / 180)
      return Coordinate(
        (centre.x - sum.x / sum.count) * degree * shrink, (centre.y - sum.y / sum.count) * degree)
    }
  }

  /// For every team: the mean of a figure over its cluster.
  func means(of figures: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: figures.count)
    var counts = sums
    for (team, cluster) in clusterOfTeam.enumerated() {
      sums[cluster] += figures[team]
      counts[cluster] += 1
    }
    return clusterOfTeam.map { sums[$0] / counts[$0] }
  }

  /// For every team: the inertia of a disc that holds its part of the cluster's visits and ground.
  func discInertia(_ owner: [Int?]) -> [Double] {
    var visits = [Double](repeating: 0, count: problem.teams)
    var boxes: [Int: Envelope] = [:]
    for case (let township, let team?) in owner.enumerated() {
      visits[team] += problem.visits[township]
      boxes[clusterOfTeam[team], default: .empty].include(places[township])
    }
    let meanVisits = means(of: visits)
    var counts = [Double](repeating: 0, count: problem.teams)
    for cluster in clusterOfTeam { counts[cluster] += 1 }
    return clusterOfTeam.indices.map { team in
      guard let box = boxes[clusterOfTeam[team]] else { return 0 }
      let ground = max(1, box.width) * max(1, box.height) / counts[clusterOfTeam[team]]
      return meanVisits[team] * ground / (2 * .pi)
    }
  }
}
