/// The prize that shifts could collect if they walked through sites as they like, even twice, but
/// each visit of a site had its price.
///
/// Lagrangian relaxation of "each site once": for any prices of at least 0, the sum of the prices
/// and of the best walks of all shifts, prizes less prices, is a bound; the prices that make it low
/// are sought by subgradients (Held and Karp 1971). The walks are those of Christofides, Mingozzi and
/// Toth's state-space relaxation (1981): as long as a shift, never back to the site before. Visits
/// per shift, windows, groups and required sites are left out, which only raises the bound.
struct WalkBound {
  private let model: Model
  private let grids: [(grid: WalkGrid, shifts: Int)]

  /// Nil where there are too many sites, or some too near each other, for such walks.
  init?(_ model: Model) {
    guard (1...Self.mostSites).contains(model.siteCount), model.shiftCount > 0 else { return nil }
    self.model = model
    var kinds: [(shift: Int, count: Int)] = []
    for shift in 0..<model.shiftCount where model.visits[shift] > 0 {
      let known = kinds.firstIndex { Self.isAlike(model, $0.shift, shift) }
      if let known { kinds[known].count += 1 } else { kinds.append((shift, 1)) }
    }
    guard kinds.count <= Self.mostKinds else { return nil }
    var grids: [(grid: WalkGrid, shifts: Int)] = []
    for kind in kinds {
      guard let grid = WalkGrid(model, shift: kind.shift) else { return nil }
      grids.append((grid, kind.count))
    }
    self.grids = grids
  }

  private static let mostSites = 250
  private static let mostKinds = 8

  private static func isAlike(_ model: Model, _ one: Int, _ other: Int) -> Bool {
    model.start[one] == model.start[other] && model.end[one] == model.end[other]
      && model.limit[one] == model.limit[other]
  }

  /// The lowest bound found in some steps.
  /// - Parameters:
  ///   - reached: What a solution collects, which sets the length of steps.
  ///   - goesOn: Asked before each step but the first.
  func lowest(steps: Int, reached: Int64, while goesOn: () -> Bool) -> Double {
    var price = [Double](repeating: 0, count: model.siteCount)
    var lowest = Double.infinity
    var best = price
    var scale = 1.0
    var idle = 0
    for step in 0..<steps {
      guard step == 0 || goesOn() else { break }
      let (bound, visits) = bound(price)
      if bound < lowest - 1e-9 {
        idle = bound < lowest * (1 - 1e-4) ? 0 : idle + 1
        lowest = bound
        best = price
      } else {
        idle += 1
      }
      if idle >= Self.patience {
        idle = 0
        scale /= 2
        price = best
        continue
      }
      let slope = visits.indices.map { site in
        visits[site] == 0 && price[site] == 0 ? 0 : Double(visits[site] - 1)
      }
      let length = slope.reduce(0) { $0 + $1 * $1 }
      guard length > 0 else { break }
      let stride = scale * max(1e-6 * bound, bound - Double(reached)) / length
      for site in price.indices { price[site] = max(0, price[site] + stride * slope[site]) }
    }
    return lowest
  }

  /// Steps without gain after which they are made shorter.
  private static let patience = 4

  private func bound(_ price: [Double]) -> (bound: Double, visits: [Int]) {
    var bound = price.reduce(0, +)
    var visits = [Int](repeating: 0, count: model.siteCount)
    let gain = price.indices.map { Double(model.prize[$0]) - price[$0] }
    for (grid, shifts) in grids {
      let (value, walk) = grid.best(gain)
      guard value > 0 else { continue }
      bound += Double(shifts) * value
      for site in walk { visits[site] += shifts }
    }
    return (bound, visits)
  }
}
