import Geo

/// Grows cities from their real centres to their real areas.
struct CityGrowth {
  /// For every quad its city, by index; negative at sea and in nobody's land.
  var owners: [Int32]

  /// Grows cities, each up to its area in square metres.
  ///
  /// One that its neighbours hem in gets a longer reach and all grow anew, until nobody lacks more
  /// than 1 % (or after 12 attempts).
  init(areas: [Double], centres: [Int], growth: RegionGrowth, coast: Coast) {
    let mesh = growth.mesh
    let ground = (0..<mesh.count).map {
      coast.isSea(mesh.centre(of: $0)) ? RegionGrowth.outside : RegionGrowth.free
    }
    var regions = zip(areas, centres).map { area, centre in
      let wanted = area / (QuadMesh.spacing * QuadMesh.spacing)
      return RegionGrowth.Region(
        seed: centre, reach: wanted.squareRoot(), wanted: Int(wanted.rounded()))
    }
    owners = ground
    for _ in 0..<12 {
      owners = ground
      let taken = growth.grow(regions, into: &owners, isCapped: true)
      var isComplete = true
      for index in regions.indices where taken[index] * 100 < regions[index].wanted * 99 {
        isComplete = false
        let lack = Double(regions[index].wanted) / Double(max(1, taken[index]))
        regions[index].reach *= min(lack, 1.6)
      }
      if isComplete { break }
    }
  }
}
