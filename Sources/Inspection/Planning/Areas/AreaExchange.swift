import Geo
import Glibc

/// Betters a division by handing townships at borders over and by exchanging two, as long as loads
/// come nearer to each other or areas get rounder and no area falls apart.
///
/// The objective adds, over the teams that share ground, ten times the squared deviation of a load
/// from the mean (in parts of it) and the moment of inertia (in that of discs of equal size).
struct AreaExchange {
  private let problem: AreaProblem
  private(set) var owner: [Int?]
  /// Townships in kilometres east and north of the middle of their cluster.
  private let places: [Coordinate]
  private var shapes: [AreaShape]
  /// For every team: the mean load of the teams that share ground with it.
  private let meanLoad: [Double]
  private let clusterOfTeam: [Int]
  /// For every team: the inertia of a disc of its part of the ground.
  private let discInertia: [Double]
  /// For every team: its townships, in any order.
  private var members: [Set<Int>]

  /// The objective of every cluster of teams; an area in several pieces counts as much as the worst.
  var costs: [Int: Double] {
    var costs: [Int: Double] = [:]
    for (team, cluster) in clusterOfTeam.enumerated() {
      costs[cluster, default: 0] += cost(team) + (staysWhole(team, without: nil) ? 0 : 100)
    }
    return costs
  }

  /// How much an uneven load counts against a lengthy shape.
  private static let evenness = 10.0
  private static let mostSweeps = 60

  init(_ problem: AreaProblem, owner: [Int?]) {
    self.problem = problem
    self.owner = owner
    let clusters = AreaClusters(problem)
    places = clusters.places
    clusterOfTeam = clusters.clusterOfTeam
    var shapes = [AreaShape](repeating: AreaShape(), count: problem.teams)
    var members = [Set<Int>](repeating: [], count: problem.teams)
    for case (let township, let team?) in owner.enumerated() {
      members[team].insert(township)
      shapes[team].add(
        places[township], visits: problem.visits[township],
        load: problem.hours(township, team) / max(1, problem.dailyVisits[team]))
    }
    self.shapes = shapes
    self.members = members
    meanLoad = clusters.means(of: shapes.map(\.load))
    discInertia = clusters.discInertia(owner)
  }

  /// Sweeps over all townships until nothing helps.
  mutating func run() {
    for _ in 0..<Self.mostSweeps {
      var hasChanged = false
      for township in owner.indices where isFree(township) {
        if handOver(township) || exchange(township) { hasChanged = true }
      }
      guard hasChanged else { return }
    }
  }

  private func isFree(_ township: Int) -> Bool {
    problem.settled[township] == nil && owner[township] != nil
      && problem.candidates[township].count > 1
  }

  /// Gives a township to the neighbouring team that it suits best, if to any.
  private mutating func handOver(_ township: Int) -> Bool {
    guard let from = owner[township] else { return false }
    var best: (gain: Double, team: Int)?
    for to in teamsBeside(township) where to != from {
      let gain = cost(from) + cost(to) - cost(from, without: township) - cost(to, with: township)
      if gain > 1e-9, best.map({ gain > $0.gain }) ?? true { best = (gain, to) }
    }
    guard let best, staysWhole(from, without: township) else { return false }
    move(township, from, best.team)
    return true
  }

  /// Exchanges a township for one of a neighbouring team's at the common border.
  private mutating func exchange(_ township: Int) -> Bool {
    guard let from = owner[township] else { return false }
    for to in teamsBeside(township) where to != from {
      for other in members[to].sorted()
      where isFree(other) && other != township && problem.candidates[other].contains(from)
        && problem.neighbours[other].contains(where: { owner[$0] == from && $0 != township })
        && problem.neighbours[township].contains(where: { owner[$0] == to && $0 != other })
      {
        let gain =
          cost(from) + cost(to) - cost(from, with: other, without: township)
          - cost(to, with: township, without: other)
        guard gain > 1e-9 else { continue }
        move(township, from, to)
        if staysWhole(to, without: other) {
          move(other, to, from)
          if staysWhole(from, without: nil), staysWhole(to, without: nil) { return true }
          move(other, from, to)
        }
        move(township, to, from)
      }
    }
    return false
  }

  private func teamsBeside(_ township: Int) -> [Int] {
    let teams = Set(problem.neighbours[township].compactMap { owner[$0] })
    return teams.filter { problem.candidates[township].contains($0) }.sorted()
  }

  private func cost(_ team: Int, with added: Int? = nil, without removed: Int? = nil) -> Double {
    var shape = shapes[team]
    if let added { add(added, team, to: &shape) }
    if let removed { add(removed, team, to: &shape, sign: -1) }
    let deviation = meanLoad[team] > 0 ? shape.load / meanLoad[team] - 1 : 0
    let roundness = discInertia[team] > 0 ? shape.inertia / discInertia[team] : 0
    return Self.evenness * deviation * deviation + roundness
  }

  private func add(_ township: Int, _ team: Int, to shape: inout AreaShape, sign: Double = 1) {
    shape.add(
      places[township], visits: problem.visits[township],
      load: problem.hours(township, team) / max(1, problem.dailyVisits[team]), sign: sign)
  }

  private mutating func move(_ township: Int, _ from: Int, _ to: Int) {
    add(township, from, to: &shapes[from], sign: -1)
    add(township, to, to: &shapes[to])
    members[from].remove(township)
    members[to].insert(township)
    owner[township] = to
  }

  /// True if a team's area without a township is in one piece, or in no more than before.
  private func staysWhole(_ team: Int, without removed: Int?) -> Bool {
    let rest = removed.map { members[team].subtracting([$0]) } ?? members[team]
    guard rest.count > 1 else { return !rest.isEmpty }
    if let removed {
      // Only what hung on the removed one can have come off.
      let beside = problem.neighbours[removed].filter { rest.contains($0) }
      guard let first = beside.first else { return true }
      return beside.count == 1 || reached(from: first, in: rest).isSuperset(of: beside)
    }
    guard let first = rest.min() else { return true }
    return reached(from: first, in: rest).count == rest.count
  }

  private func reached(from start: Int, in area: Set<Int>) -> Set<Int> {
    TownshipNeighbours.reached(from: start, over: problem.neighbours, where: area.contains)
  }
}
