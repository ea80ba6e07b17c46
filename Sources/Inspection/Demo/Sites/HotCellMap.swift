import CampaignData
import Geo

/// The hot cells of the invented ground: where its industry crowds.
struct HotCellMap: Sendable {
  /// A hot cell and the cities that it touches, by index; the first holds most of it.
  struct HotCell: Sendable {
    let id: CellID
    let cities: [Int]
    /// How much industry there is, higher for more, about 0 to 3.
    let intensity: Double
  }

  /// All hot cells, city by city.
  private(set) var cells: [HotCell] = []
  /// For every city its hot cells, by index.
  private(set) var cellsOfCity: [Range<Int>] = []
  private let indexOfCell: [CellID: Int]

  /// A cell counts for a city from this many of its some six quads on.
  private static let leastQuads = 4

  /// Takes in every city the cells where industry is densest, as many as its quota says.
  init(seed: UInt64, ground: DemoTerritory) {
    let grid = EqualAreaGrid()
    let broad = SmoothNoise(seed: seed &+ 71, wavelength: 45_000)
    let narrow = SmoothNoise(seed: seed &+ 72, wavelength: 13_000)
    let seats = ground.quotas.indices.map { city in
      ground.counties.filter { $0.city == city }.map { ground.mesh.centre(of: $0.middle) }
    }
    var candidates = [[HotCell]](repeating: [], count: ground.quotas.count)
    for (id, cities) in Self.citiesByCell(ground, grid)
    where cities[0].quads >= Self.leastQuads {
      let centre = grid.centre(of: id)
      let city = cities[0].city
      let downtown = Self.closeness(centre, ground.mesh.centre(of: ground.centres[city]), 14_000)
      let seat = seats[city].map { Self.closeness(centre, $0, 5000) }.max() ?? 0
      let intensity =
        0.9 + 0.5 * broad.value(at: centre) + 0.7 * narrow.value(at: centre)
        + 0.8 * downtown + 0.6 * seat + 0.4
        * DemoRandom.hash(seed &+ 73, Int(id.column), Int(id.row))
      candidates[city].append(
        HotCell(id: id, cities: cities.map(\.city), intensity: intensity))
    }
    for (city, quota) in ground.quotas.enumerated() {
      let chosen = candidates[city].sorted {
        $0.intensity != $1.intensity ? $0.intensity > $1.intensity : $0.id < $1.id
      }.prefix(quota.hotCells)
      cellsOfCity.append(cells.count..<cells.count + chosen.count)
      cells += chosen.sorted { $0.id < $1.id }
    }
    indexOfCell = Dictionary(
      zip(cells.map(\.id), cells.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The hot cell of a place of the plane; nil where it is not hot.
  func cell(at place: Coordinate) -> Int? {
    indexOfCell[EqualAreaGrid().cell(at: place)]
  }

  /// The hot cells as facts, by identifier.
  func facts(_ ground: DemoTerritory, knownAt: Moment) -> [Cell] {
    cells.map { cell in
      Cell(
        id: cell.id.description, place: cell.id,
        cityCodes: cell.cities.map { ground.quotas[$0].city.code }.sorted(), isHot: true,
        knownAt: knownAt)
    }.sorted { $0.id < $1.id }
  }

  /// For every cell the cities whose quads it holds, most quads first; by cell.
  private static func citiesByCell(
    _ ground: DemoTerritory, _ grid: EqualAreaGrid
  ) -> [(id: CellID, cities: [(city: Int, quads: Int)])] {
    var counts: [CellID: [(city: Int, quads: Int)]] = [:]
    for (quad, township) in ground.townshipOfQuad.enumerated() where township >= 0 {
      let city = ground.city(ofTownship: Int(township))
      let id = grid.cell(at: ground.mesh.centre(of: quad))
      var cities = counts[id] ?? []
      if let known = cities.firstIndex(where: { $0.city == city }) {
        cities[known].quads += 1
      } else {
        cities.append((city, 1))
      }
      counts[id] = cities
    }
    return counts.map { id, cities in
      let ordered = cities.sorted { ($1.quads, $0.city) < ($0.quads, $1.city) }
      return (id, ordered)
    }.sorted { $0.0 < $1.0 }
  }

  /// 1 at a place, half at a reach from it.
  private static func closeness(_ a: Coordinate, _ b: Coordinate, _ reach: Double) -> Double {
    let east = (a.x - b.x) / reach
    let north = (a.y - b.y) / reach
    return 1 / (1 + east * east + north * north)
  }
}
