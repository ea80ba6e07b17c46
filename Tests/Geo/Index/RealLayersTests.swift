import Testing

@testable import Geo

/// Index, grid and Voronoi cells over real borders, which stand beside the repository.
@Suite(ReferenceDataTests.whenThere) struct RealLayersTests {
  private static let boundaries = "/boundaries/cities39_amap2021.gpkg"
  private static let townships = "/townships/pseudo_townships39_wgs84.gpkg"

  /// The areas of a layer, and one of its columns as text.
  private func areas(
    _ file: String, layer: String? = nil, column: String? = nil
  ) throws -> (areas: [MultiPolygon], values: [String]) {
    let folder = try #require(ReferenceDataTests.folder)
    var reader = try VectorReader(path: folder + file, layer: layer)
    let place = reader.fields.firstIndex { $0.name == column }
    var areas: [MultiPolygon] = []
    var values: [String] = []
    while let feature = try reader.next() {
      guard case .area(let area)? = feature.geometry else { continue }
      areas.append(area)
      guard let place else { continue }
      switch feature.values[place] {
      case .text(let text): values.append(text)
      case .integer(let number): values.append(String(number))
      default: values.append("")
      }
    }
    return (areas, values)
  }

  @Test func `shared corners and middles of shared lines are each in exactly one county`() throws {
    let index = try PolygonIndex(areas(Self.boundaries, layer: "county_gcj02").areas)
    let edges = index.borders.edges
    let shared = (0..<edges.count).filter { edges[$0].second >= 0 }
    #expect(shared.count > 5000)
    var wrong: [Coordinate] = []
    for number in stride(from: 0, to: shared.count, by: max(1, shared.count / 5000)) {
      let edge = edges[shared[number]]
      let middle = Coordinate((edge.ax + edge.bx) / 2, (edge.ay + edge.by) / 2)
      for c in [edge.a, middle] where index.locateAll(c).count != 1 { wrong.append(c) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `whole-number arithmetic over all townships gives the same holders`() throws {
    let areas = try areas(Self.townships).areas
    let index = try PolygonIndex(areas)
    // Longitudes and latitudes from 32 to 128 degrees are whole multiples of this.
    let unit = 0x1p-47
    func lattice(_ c: Coordinate) -> Lattice { Lattice(x: Int64(c.x / unit), y: Int64(c.y / unit)) }
    let boxes = areas.map(\.envelope)
    var positions: [Coordinate] = []
    for area in stride(from: 0, to: areas.count, by: 23).map({ areas[$0] }) {
      let ring = area.polygons[0].exterior
      let (a, b) = (ring[ring.count / 2], ring[ring.count / 2 - 1])
      positions += [a, Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2)]
      positions.append(Coordinate(a.x.nextUp, a.y.nextDown))
    }
    var wrong: [Coordinate] = []
    var crowded = 0
    for c in positions {
      let near = areas.indices.filter { boxes[$0].contains(c) }
      let layer = LatticeLayer(
        areas: near.map { id in
          areas[id].polygons.flatMap(\.rings).map { $0.dropLast().map(lattice) }
        })
      let expected = layer.holders(lattice(c)).map { near[$0] }
      if index.locateAll(c) != expected { wrong.append(c) }
      if near.count > 1 { crowded += 1 }
    }
    #expect(wrong.isEmpty)
    #expect(crowded > 500)
  }

  @Test func `counties have all of themselves and of the cells between them`() throws {
    let counties = try areas(Self.boundaries, layer: "county_wgs84").areas
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    let grid = EqualAreaGrid()
    var overlay = GridOverlay(grid)
    var placed: [MultiPolygon] = []
    for (number, county) in counties.enumerated() {
      placed.append(try transformer.transform(county))
      try overlay.add(placed[number], to: number)
    }
    let wholes = overlay.groupAreas
    let census = try overlay.census()
    var sums = [Double](repeating: 0, count: counties.count)
    for share in census.shares { sums[share.group] += share.area }
    #expect(sums.indices.allSatisfy { abs(sums[$0] / wholes[$0] - 1) < 1e-9 })
    // Cells that no outer border comes near are full.
    var rim: Set<CellID> = []
    for edge in try BorderEdges(placed).edges where edge.second < 0 {
      // A line may pass a cell between two of these places: then it is next to one of theirs.
      for step in 0...8 {
        let cell = grid.cell(at: edge.place(Double(step) / 8))
        for column in cell.column - 1...cell.column + 1 {
          for row in cell.row - 1...cell.row + 1 { rim.insert(CellID(column: column, row: row)) }
        }
      }
    }
    let inner = census.cells.filter { !rim.contains($0.id) }
    #expect(inner.count > 30_000)
    #expect(inner.count { abs($0.area / 9e6 - 1) > 1e-9 } == 0)
  }

  @Test func `townships around their seats make up the county, each with its seat`() throws {
    let (counties, codes) = try areas(Self.boundaries, layer: "county_gcj02", column: "adcode")
    let folder = try #require(ReferenceDataTests.folder)
    var reader = try VectorReader(path: folder + "/townships/town_points_vonng2016.csv")
    let names = ["county_code_2021", "lon_gcj02", "lat_gcj02"]
    let columns = try names.map { name in
      try #require(reader.fields.firstIndex { $0.name == name })
    }
    var seats: [String: [Coordinate]] = [:]
    while let feature = try reader.next() {
      guard case .text(let code) = feature.values[columns[0]],
        case .text(let lon) = feature.values[columns[1]], let x = Double(lon),
        case .text(let lat) = feature.values[columns[2]], let y = Double(lat)
      else { continue }
      seats[code, default: []].append(Coordinate(x, y))
    }
    var divided = 0
    for place in stride(from: 0, to: counties.count, by: 8) {
      let county = counties[place]
      let points = Array(Set(seats[codes[place]] ?? []).filter { county.contains($0) })
        .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
      guard points.count > 1 else { continue }
      divided += 1
      let cells = Voronoi.cells(of: points, within: county)
      let sum = cells.reduce(0) { $0 + $1.area }
      #expect(abs(sum / county.area - 1) < 1e-12, "\(codes[place])")
      for (cell, seat) in zip(cells, points) { #expect(cell.contains(seat), "\(codes[place])") }
    }
    #expect(divided > 30)
  }
}
