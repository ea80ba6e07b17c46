import CampaignData
import Geo

/// The invented ground: cities, counties and townships as partitions of one mesh of quads.
struct DemoTerritory: Sendable {
  /// A county with real code and name on invented ground.
  struct CountyGround: Sendable {
    let county: County
    let city: Int
    /// A quad in its middle, where its seat is.
    let middle: Int
    /// Its townships, by index.
    var townships: Range<Int>
  }

  /// An invented township.
  struct TownshipGround: Sendable {
    let code: String
    let name: String
    let kind: TownshipClass
    let county: Int
    /// A quad in its middle, where its main place is.
    let middle: Int
    var quads: [Int]
  }

  let mesh: QuadMesh
  let quotas: [CityQuota]
  /// For every city the quad of its real centre.
  let centres: [Int]
  private(set) var counties: [CountyGround] = []
  private(set) var townships: [TownshipGround] = []
  /// For every quad its township, -1 for none.
  private(set) var townshipOfQuad: [Int32]

  /// The city of a township, by index.
  func city(ofTownship township: Int) -> Int { counties[townships[township].county].city }

  /// The township of a place of the plane before corners are moved; nil outside all.
  func township(at position: Coordinate) -> Int? {
    guard let quad = mesh.quad(at: position), townshipOfQuad[quad] >= 0 else { return nil }
    return Int(townshipOfQuad[quad])
  }

  /// Divides the ground of some cities; the same seed and cities give the same ground.
  init(seed: UInt64, quotas: [CityQuota], plane: inout DemoPlane) {
    self.quotas = quotas
    let places = plane.planar(
      quotas.map { Coordinate($0.city.longitude, $0.city.latitude) })
    var extent = Envelope.empty
    for (place, quota) in zip(places, quotas) {
      let reach = 1.6 * (quota.city.areaKM2 * 1e6).squareRoot()
      extent.include(Coordinate(place.x - reach, place.y - reach))
      extent.include(Coordinate(place.x + reach, place.y + reach))
    }
    let mesh = QuadMesh(covering: extent, seed: seed)
    let warp = BorderWarp(seed: seed)
    let growth = RegionGrowth(
      mesh: mesh, places: (0..<mesh.count).map { warp.moved(mesh.centre(of: $0)) })
    self.mesh = mesh
    centres = places.map { mesh.quad(at: $0) ?? 0 }
    townshipOfQuad = [Int32](repeating: -1, count: mesh.count)
    let cities = CityGrowth(
      areas: quotas.map { $0.city.areaKM2 * 1e6 }, centres: centres, growth: growth,
      coast: Coast(in: &plane))
    var quadsOfCity = [[Int]](repeating: [], count: quotas.count)
    for (quad, owner) in cities.owners.enumerated() where owner >= 0 {
      quadsOfCity[Int(owner)].append(quad)
    }
    var divider = RegionDivider(growth: growth)
    for city in quotas.indices { divide(city, quadsOfCity[city], &divider, seed: seed) }
  }

  private mutating func divide(
    _ city: Int, _ quads: [Int], _ divider: inout RegionDivider, seed: UInt64
  ) {
    let quota = quotas[city]
    var random = DemoRandom(seed: seed, stream: "counties " + quota.city.code)
    let shares = CountyShares(quota: quota, random: &random)
    let division = divider.divide(
      quads, sizes: shares.areas, centre: centres[city], random: &random)
    var quadsOfCounty = [[Int]](repeating: [], count: shares.counties.count)
    for (quad, part) in zip(quads, division.parts) { quadsOfCounty[Int(part)].append(quad) }
    for (part, county) in shares.counties.enumerated() {
      var random = DemoRandom(seed: seed, stream: "townships " + county.code)
      counties.append(
        CountyGround(
          county: county, city: city, middle: division.middles[part],
          townships: townships.count..<townships.count))
      divide(quadsOfCounty[part], into: shares.townships[part], &divider, &random)
    }
  }

  /// Divides the county added last into townships.
  private mutating func divide(
    _ quads: [Int], into count: Int, _ divider: inout RegionDivider, _ random: inout DemoRandom
  ) {
    let index = counties.count - 1
    let sizes = (0..<count).map { _ in random.between(0.6, 1.5) }
    let division = divider.divide(
      quads, sizes: sizes, centre: counties[index].middle, random: &random)
    let first = townships.count
    var names = TownshipNames()
    for (part, register) in TownshipRegister.entries(
      count: count, county: counties[index].county
    ).enumerated() {
      townships.append(
        TownshipGround(
          code: register.code, name: names.next(register.kind, &random), kind: register.kind,
          county: index, middle: division.middles[part], quads: []))
    }
    for (quad, part) in zip(quads, division.parts) {
      townshipOfQuad[quad] = Int32(first) + part
      townships[first + Int(part)].quads.append(quad)
    }
    counties[index].townships = first..<townships.count
  }
}
