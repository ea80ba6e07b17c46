import Geo

/// Divides one region's quads into connected parts of wanted sizes, roundish and without gaps.
struct RegionDivider {
  let growth: RegionGrowth
  /// How often parts move to their middles and reaches are corrected.
  private static let passes = 5

  /// Every quad's part while one region is being divided.
  private var owners: [Int32]

  init(growth: RegionGrowth) {
    self.growth = growth
    owners = [Int32](repeating: RegionGrowth.outside, count: growth.mesh.count)
  }

  /// A division: for each quad given the index of its part, and a quad in the middle of each part.
  struct Division {
    var parts: [Int32]
    var middles: [Int]
  }

  /// Divides quads, which must be connected and at least as many as there are sizes.
  ///
  /// Parts are numbered by their distance from `centre` at the start: part 0 is the innermost.
  mutating func divide(
    _ quads: [Int], sizes: [Double], centre: Int, random: inout DemoRandom
  ) -> Division {
    let total = sizes.reduce(0, +)
    let wanted = sizes.map { max(1, $0 / total * Double(quads.count)) }
    let seeds = scatter(sizes.count, over: quads, centre: centre, random: &random)
    var regions = zip(seeds, wanted).map {
      RegionGrowth.Region(seed: $0, reach: $1.squareRoot(), wanted: Int($1))
    }
    for pass in 0..<Self.passes {
      for quad in quads { owners[quad] = RegionGrowth.free }
      let taken = growth.grow(regions, into: &owners, isCapped: false)
      guard pass < Self.passes - 1 else { break }
      let middles = middles(of: quads, count: regions.count)
      for index in regions.indices {
        regions[index].seed = middles[index]
        let correction = (wanted[index] / Double(max(1, taken[index]))).squareRoot()
        regions[index].reach *= min(max(correction, 0.75), 1.35)
      }
    }
    let division = Division(
      parts: quads.map { owners[$0] }, middles: middles(of: quads, count: regions.count))
    for quad in quads { owners[quad] = RegionGrowth.outside }
    return division
  }

  /// Quads far from each other, by distance from the centre (best of several candidates each).
  private func scatter(
    _ count: Int, over quads: [Int], centre: Int, random: inout DemoRandom
  ) -> [Int] {
    var seeds: [Int] = []
    var chosen: Set<Int> = []
    while seeds.count < count {
      var best = -1
      var bestGap = -1.0
      for _ in 0..<10 {
        let candidate = quads[random.below(quads.count)]
        guard !chosen.contains(candidate) else { continue }
        let gap = seeds.map { squaredDistance($0, candidate) }.min() ?? 0
        if gap > bestGap { (best, bestGap) = (candidate, gap) }
      }
      if best < 0 { best = quads.first { !chosen.contains($0) } ?? quads[0] }
      seeds.append(best)
      chosen.insert(best)
    }
    return seeds.sorted {
      let left = squaredDistance($0, centre)
      let right = squaredDistance($1, centre)
      return left != right ? left < right : $0 < $1
    }
  }

  /// For each part its quad nearest to the mean place.
  private func middles(of quads: [Int], count: Int) -> [Int] {
    var sums = [(x: Double, y: Double, n: Double)](repeating: (0, 0, 0), count: count)
    for quad in quads {
      let part = Int(owners[quad])
      sums[part].x += growth.places[quad].x
      sums[part].y += growth.places[quad].y
      sums[part].n += 1
    }
    var middles = [Int](repeating: -1, count: count)
    var least = [Double](repeating: .infinity, count: count)
    for quad in quads {
      let part = Int(owners[quad])
      let east = growth.places[quad].x - sums[part].x / sums[part].n
      let north = growth.places[quad].y - sums[part].y / sums[part].n
      let gap = east * east + north * north
      if gap < least[part] { (middles[part], least[part]) = (quad, gap) }
    }
    return middles
  }

  private func squaredDistance(_ a: Int, _ b: Int) -> Double {
    let east = growth.places[a].x - growth.places[b].x
    let north = growth.places[a].y - growth.places[b].y
    return east * east + north * north
  }
}
