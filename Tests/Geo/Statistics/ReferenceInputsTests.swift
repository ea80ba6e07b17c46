import Testing

@testable import Geo

/// The tables that expected results start from, made anew from the files they come from.
@Suite struct ReferenceInputsTests {
  private func vehicles() throws -> (degrees: [Coordinate], metres: [Coordinate]) {
    var reader = try VectorReader(path: ExpectedStatistics.path("inputs/cleanvehpts.shp"))
    var degrees: [Coordinate] = []
    while let feature = try reader.next() {
      if case .point(let position)? = feature.geometry { degrees.append(position) }
    }
    var (xs, ys) = (degrees.map(\.x), degrees.map(\.y))
    var transformer = try Transformer(from: .wgs84, to: CoordinateSystem("EPSG:32616"))
    _ = try transformer.transform(&xs, &ys)
    return (degrees, zip(xs, ys).map { Coordinate($0, $1) })
  }

  @Test(ReferenceDataTests.whenThere)
  func `positions in UTM are those of the table of clusters`() throws {
    let table = try ExpectedStatistics.columns("chicago_vehicles_dbscan_utm16n")
    let (_, metres) = try vehicles()
    let (xs, ys) = (
      try ExpectedStatistics.column("x", of: table), try ExpectedStatistics.column("y", of: table)
    )
    #expect(metres.count == 2635 && xs.count == 2635)
    for point in metres.indices {
      // The table has four decimals; PROJ of another version is 0.2 mm off.
      #expect(abs(metres[point].x - xs[point]) < 3e-4 && abs(metres[point].y - ys[point]) < 3e-4)
    }
  }

  @Test(ReferenceDataTests.whenThere)
  func `points in cells of 3 km and their neighbours are those of the tables`() throws {
    let density = try ExpectedStatistics.columns("chicago_vehicles_grid3km_kde_utm16n")
    let counts = try ExpectedStatistics.column("count", of: density)
    let y = try ExpectedStatistics.column(
      "y", of: ExpectedStatistics.columns("chicago_grid3km_count_queen"))
    var found = [Double](repeating: 0, count: 154)
    for point in try vehicles().metres {
      let (column, row) = (Int((point.x - 426_000) / 3000), Int((point.y - 4_611_000) / 3000))
      found[row * 11 + column] += 1
    }
    #expect(found == counts && found == y)
    let cells = SpatialWeights(cells: (0..<154).map { ($0 % 11, $0 / 11) }, .queen)
    #expect(cells == (try ExpectedStatistics.weights("chicago_grid3km_count_queen")))
  }

  @Test(ReferenceDataTests.whenThere)
  func `points in areas are those of the table, area by area`() throws {
    let layer = try #require(ExpectedStatistics.layers.first { $0.layer == "chicagocomm.shp" })
    let index = try PolygonIndex(layer.areas())
    var found = [Double](repeating: 0, count: 77)
    for point in try vehicles().degrees {
      if let area = index.locate(point) { found[area] += 1 }
    }
    // The names between number and count are no numbers.
    let text = try ExpectedStatistics.lines("chicago_vehicles_count_by_community")
    let counts = text.compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    let y = try ExpectedStatistics.column(
      "y", of: ExpectedStatistics.columns("chicago_vehicles_count_queen"))
    #expect(found == counts && found == y)
    #expect(found.reduce(0, +) == 2633)
  }

  @Test(ReferenceDataTests.whenThere, arguments: ExpectedStatistics.tables)
  func `lags and expected local I are those of esda`(name: String) throws {
    let table = try ExpectedStatistics.columns(name)
    let rows = try ExpectedStatistics.weights(name).standardised(.row)
    let y = try ExpectedStatistics.column("y", of: table)
    let lags = try ExpectedStatistics.column("lag", of: table)
    // esda's local expectation is that of the whole layer: nothing is kept where it is.
    let expected = try ExpectedStatistics.column("Ii_EI", of: table)
    let moran = Moran.statistic(y.span, weights: rows)
    for feature in y.indices {
      let lag = rows.row(feature).reduce(0) { sum, place in
        sum + rows.values[place] * y[Int(rows.neighbours[place])]
      }
      #expect(agree(lag, lags[feature], 1e-11))
      #expect(agree(moran.expectation, expected[feature], 1e-12))
    }
  }
}
