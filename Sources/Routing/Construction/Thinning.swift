/// Picks the sites to consider where there are too many to hold all times between them.
struct Thinning {
  /// The most sites to consider, unless more are required or asked for by groups.
  static let most = 4000

  private let problem: OrienteeringProblem

  init(_ problem: OrienteeringProblem) { self.problem = problem }

  /// All sites where there are few enough; else the required ones, the nearest and the best few
  /// of each group, then those of the highest prize.
  func most(of candidates: [Int]) -> [Int] {
    guard candidates.count > Self.most else { return candidates }
    var kept = Set(candidates.filter { problem.sites[$0].required })
    let ranked = candidates.sorted { one, other in
      let (left, right) = (problem.sites[one].prize, problem.sites[other].prize)
      return left != right ? left > right : one < other
    }
    let depots = Set(problem.shifts.map(\.start)).sorted()
    let distance = problem.sites.indices.map { site in
      depots.map { problem.travel.seconds(from: $0, to: site) }.min() ?? 0
    }
    let near = candidates.sorted {
      distance[$0] != distance[$1] ? distance[$0] < distance[$1] : $0 < $1
    }
    keepFirst(of: ranked, beyond: 3, &kept)
    keepFirst(of: near, beyond: 1, &kept)
    for site in ranked where kept.count < Self.most { kept.insert(site) }
    return kept.sorted()
  }

  /// Keeps of each group the first sites: its minimum and a few more.
  private func keepFirst(of sites: [Int], beyond spare: Int, _ kept: inout Set<Int>) {
    var open = problem.groupMinimum.map { $0 > 0 ? $0 + spare : 0 }
    for site in sites {
      let group = Int(problem.sites[site].group)
      guard group >= 0, open[group] > 0 else { continue }
      open[group] -= 1
      kept.insert(site)
    }
  }
}
