import Geo
import Glibc

/// How good a division of shared ground is.
public struct AreaMeasures: Sendable, Hashable {
  /// Teams that share ground with others.
  public let teams: Int
  /// Those of them whose area is in several pieces.
  public let inPieces: Int
  /// The largest load of a team in parts of the mean of those that it shares ground with.
  public let mostLoad: Double
  /// Standard deviation of these loads.
  public let spread: Double
  /// Moments of inertia of all areas together in parts of those of discs of equal size: 1 is as
  /// compact as can be.
  public let lengthiness: Double
  /// Kilometres as the crow flies from a base to a visit, on average.
  public let way: Double

  /// Measures a division; nil where no ground is shared.
  init?(_ problem: AreaProblem, owner: [Int?]) {
    let clusters = AreaClusters(problem)
    var sizes: [Int: Int] = [:]
    for cluster in clusters.clusterOfTeam { sizes[cluster, default: 0] += 1 }
    let sharing = clusters.clusterOfTeam.indices.filter { team in
      sizes[clusters.clusterOfTeam[team], default: 0] > 1 && owner.contains(team)
    }
    guard !sharing.isEmpty else { return nil }
    let loads = problem.loads(owner)
    let means = clusters.means(of: loads)
    let parts = sharing.map { means[$0] > 0 ? loads[$0] / means[$0] : 1 }
    let discs = clusters.discInertia(owner)
    let shares = Set(sharing)
    var shapes = [AreaShape](repeating: AreaShape(), count: problem.teams)
    var visits = 0.0
    var way = 0.0
    for case (let township, let team?) in owner.enumerated() where shares.contains(team) {
      shapes[team].add(clusters.places[township], visits: problem.visits[township], load: 0)
      visits += problem.visits[township]
      way +=
        problem.visits[township]
        * greatCircleDistance(problem.bases[team], problem.centres[township]) / 1000
    }
    teams = sharing.count
    inPieces = sharing.count { Self.pieces(of: $0, owner, problem) > 1 }
    mostLoad = parts.max() ?? 1
    spread = (parts.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(parts.count)).squareRoot()
    lengthiness =
      sharing.reduce(0) { $0 + shapes[$1].inertia }
      / max(1e-9, sharing.reduce(0) { $0 + discs[$1] })
    self.way = way / max(1e-9, visits)
  }

  private static func pieces(of team: Int, _ owner: [Int?], _ problem: AreaProblem) -> Int {
    var rest = Set(owner.indices.filter { owner[$0] == team })
    var count = 0
    while let start = rest.first {
      count += 1
      rest.subtract(
        TownshipNeighbours.reached(
          from: start, over: problem.neighbours, where: { owner[$0] == team }))
    }
    return count
  }
}
