import Testing

@testable import Geo

@Suite struct TransformerTests {
  @Test func `WGS-84 goes to Albers and back`() throws {
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    let start = Coordinate(116.377817, 39.911954)
    let projected = try transformer.transform(start)
    // Snyder's formulas for the GRS80 ellipsoid, computed apart.
    #expect(abs(projected.x - AlbersByHand.project(start).x) < 1e-3)
    #expect(abs(projected.y - AlbersByHand.project(start).y) < 1e-3)
    let back = try transformer.inverse(projected)
    #expect(Geodesic.distance(start, back) < 1e-6)
  }

  @Test func `CGCS2000 is taken for WGS-84`() throws {
    var same = try Transformer(from: .wgs84, to: .cgcs2000)
    #expect(try same.transform(Coordinate(104, 30.6)) == Coordinate(104, 30.6))
    var fromWGS84 = try Transformer(from: .wgs84, to: .albersChina)
    var fromCGCS2000 = try Transformer(from: .cgcs2000, to: .albersChina)
    let position = Coordinate(113.6254, 34.7466)
    let (a, b) = (try fromWGS84.transform(position), try fromCGCS2000.transform(position))
    #expect(abs(a.x - b.x) < 1e-6 && abs(a.y - b.y) < 1e-6)
  }

  @Test func `x is east whatever the authority says`() throws {
    // The Gauss-Kruger zones of CGCS2000 are northing, easting by authority.
    var transformer = try Transformer(from: .wgs84, to: CoordinateSystem("EPSG:4547"))
    let projected = try transformer.transform(Coordinate(114, 30))
    #expect(abs(projected.x - 500_000) < 1e-3)
    #expect((3_319_000...3_321_000).contains(projected.y))
  }

  @Test func `failed positions of a column become NaN and are counted`() throws {
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    var xs = [116.0, 116, .infinity, 117]
    var ys = [40.0, 400, 40, 41]
    #expect(try transformer.transform(&xs, &ys) == 2)
    #expect(xs.map(\.isNaN) == [false, true, true, false])
    #expect(ys.map(\.isNaN) == [false, true, true, false])
  }

  @Test func `a position outside is an error that names it`() throws {
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    do {
      _ = try transformer.transform(Geometry.point(Coordinate(30, 116)))
      Issue.record("latitude 116 was accepted")
    } catch {
      #expect(error.code == .outside)
      #expect(error.description.contains("30.0, 116.0"))
    }
  }

  @Test func `columns of different lengths are refused`() throws {
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    var xs = [116.0]
    var ys: [Double] = []
    var code: PROJError.Code?
    do { try transformer.transform(&xs, &ys) } catch { code = error.code }
    #expect(code == .mismatch)
  }

  @Test func `every kind of geometry moves, holes too`() throws {
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    let ring = [Coordinate(116, 40), Coordinate(117, 40), Coordinate(117, 41), Coordinate(116, 40)]
    let geometries: [Geometry] = [
      .point(ring[0]), .multiPoint(ring), .lines([ring, ring]),
      .area(MultiPolygon([Polygon(exterior: ring, holes: [ring])])),
    ]
    for geometry in geometries {
      let moved = try transformer.transform(geometry)
      #expect(moved != geometry)
      let back = try transformer.inverse(moved)
      #expect(positions(of: back).count == positions(of: geometry).count)
      for (a, b) in zip(positions(of: back), positions(of: geometry)) {
        #expect(Geodesic.distance(a, b) < 1e-6)
      }
    }
  }

  @Test func `transformers work side by side in tasks`() async throws {
    let results = try await withThrowingTaskGroup(of: Coordinate.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var transformer = try Transformer(from: .wgs84, to: .albersChina)
          return try transformer.transform(Coordinate(116, 40))
        }
      }
      return try await group.reduce(into: Set<Coordinate>()) { $0.insert($1) }
    }
    #expect(results.count == 1)
  }

  func positions(of geometry: Geometry) -> [Coordinate] {
    switch geometry {
    case .point(let position): [position]
    case .multiPoint(let positions): positions
    case .lines(let lines): lines.flatMap { $0 }
    case .area(let area): area.polygons.flatMap { $0.rings.flatMap { $0 } }
    }
  }
}
