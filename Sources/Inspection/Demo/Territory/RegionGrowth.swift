import Geo

/// Divides quads among regions that grow from seeds over common sides, nearest first.
///
/// A region takes a quad when its distance over the region's reach is the least, and only next to
/// quads that it has, so every region is connected. Distances are measured between warped places,
/// which is what makes borders wind.
struct RegionGrowth {
  /// Where a region starts, how far it reaches compared with others, and how many quads it wants.
  struct Region {
    var seed: Int
    var reach: Double
    var wanted: Int
  }

  let mesh: QuadMesh
  /// For every quad its warped place.
  let places: [Coordinate]

  /// The mark of a quad that may be taken; `outside` is that of one that may not.
  static let free: Int32 = -2
  static let outside: Int32 = -1

  /// Gives free quads to regions, first come first served.
  ///
  /// - Parameters:
  ///   - regions: the regions; their index is what owners are.
  ///   - owners: for every quad its region, `free` or `outside`; what nobody took stays negative.
  ///   - isCapped: whether a region stops at the number of quads that it wants.
  /// - Returns: how many quads each region got.
  func grow(_ regions: [Region], into owners: inout [Int32], isCapped: Bool) -> [Int] {
    var taken = [Int](repeating: 0, count: regions.count)
    var frontier = GrowthFrontier()
    for (index, region) in regions.enumerated() {
      frontier.insert(
        GrowthFrontier.Claim(key: 0, quad: Int32(region.seed), region: Int32(index)))
    }
    while let claim = frontier.popFirst() {
      let quad = Int(claim.quad)
      let index = Int(claim.region)
      guard owners[quad] <= Self.free, !isCapped || taken[index] < regions[index].wanted else {
        continue
      }
      owners[quad] = claim.region
      taken[index] += 1
      // A free quad remembers who claimed it last: a claim depends on nothing else, so the same
      // region need not claim it again from another side.
      let mark = Self.free - 1 - claim.region
      for direction in 0..<4 {
        guard let next = mesh.neighbour(of: quad, direction), owners[next] <= Self.free,
          owners[next] != mark
        else { continue }
        owners[next] = mark
        let key = key(of: next, for: regions[index])
        frontier.insert(
          GrowthFrontier.Claim(key: key, quad: Int32(next), region: claim.region))
      }
    }
    return taken
  }

  private func key(of quad: Int, for region: Region) -> Double {
    let east = places[quad].x - places[region.seed].x
    let north = places[quad].y - places[region.seed].y
    return (east * east + north * north) / (region.reach * region.reach)
  }
}
