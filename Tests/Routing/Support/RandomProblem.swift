import Routing

/// Small random problems of every kind, by number.
struct RandomProblem {
  var random: SplitMix64

  init(_ seed: Int) { random = SplitMix64(seed: UInt64(seed)) }

  mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  /// A problem whose rules, windows, depots and asymmetry depend on the seed.
  mutating func make(sites count: Int, shifts shiftCount: Int) throws -> OrienteeringProblem {
    let groups = below(4)
    let hasWindows = below(3) == 0
    let isAsymmetric = below(3) == 0
    let sites = (0..<count).map { _ in
      let opens = Int32(below(600))
      return OrienteeringProblem.Site(
        prize: Int64(below(25)) - 2, service: Int32(below(60)),
        group: groups == 0 || below(3) == 0 ? -1 : Int32(below(groups)),
        required: below(8) == 0, window: hasWindows && below(2) == 0 ? opens...(opens + 300) : nil)
    }
    let nodes = count + 2
    let xs = (0..<nodes).map { _ in below(200) }
    let ys = (0..<nodes).map { _ in below(200) }
    var matrix: [Int32] = []
    for i in 0..<nodes {
      for j in 0..<nodes {
        let noise = i == j ? 0 : isAsymmetric ? below(40) : 1
        matrix.append(Int32(abs(xs[i] - xs[j]) + abs(ys[i] - ys[j]) + noise))
      }
    }
    let shifts = (0..<shiftCount).map { _ in
      OrienteeringProblem.Shift(
        start: count, end: count + below(2), maxVisits: 1 + below(5),
        maxDuration: Int32(300 + below(700)))
    }
    return try OrienteeringProblem(
      sites: sites, shifts: shifts, groupMinimum: (0..<groups).map { _ in 1 + below(2) },
      travel: TravelTimes(matrix: matrix, count: nodes))
  }
}
