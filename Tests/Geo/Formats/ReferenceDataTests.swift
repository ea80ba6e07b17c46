import Foundation
import Testing

@testable import Geo

/// Checks against real files, which stand beside the repository and are never part of it.
@Suite struct ReferenceDataTests {
  /// The folder of test data: HOTSPOT_TEST_DATA, else `../shared/data` of the repository; nil
  /// where there is none.
  static let folder: String? = {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["HOTSPOT_TEST_DATA"]
      ?? repository.deletingLastPathComponent().appendingPathComponent("shared/data").path
    return FileManager.default.fileExists(atPath: folder + "/README.md") ? folder : nil
  }()

  static let whenThere = ConditionTrait.enabled(
    if: folder != nil, "no test data: set HOTSPOT_TEST_DATA to its folder")

  func path(_ name: String) throws -> String { try #require(ReferenceDataTests.folder) + name }

  @Test(ReferenceDataTests.whenThere) func `the eleven invalid counties are found and repaired`()
    throws
  {
    var invalid: [Int64] = []
    let folder = try path("/boundaries/datav_city_geojson")
    for name in InputFile.entries(of: folder) where name.hasSuffix(".json") {
      var reader = try VectorReader(path: folder + "/" + name)
      let code = try #require(reader.fields.firstIndex { $0.name == "adcode" })
      while let county = try reader.next() {
        guard case .area(let area) = county.geometry else { continue }
        if GeometryRepair.isValid(area).isValid { continue }
        guard case .integer(let adcode) = county.values[code] else { continue }
        invalid.append(adcode)
        #expect(GeometryRepair.isValid(try GeometryRepair.makeValid(area)).isValid)
      }
    }
    #expect(
      invalid.sorted() == [
        110113, 120113, 120117, 130121, 130184, 130581, 140311, 140525, 371422, 371522, 411221,
      ])
  }

  /// SpatiaLite's repair is another program, so the areas of both must agree.
  @Test(ReferenceDataTests.whenThere) func `repaired areas equal those of SpatiaLite`() throws {
    let folder = try path("/boundaries/datav_city_geojson")
    var compared = 0
    for name in InputFile.entries(of: folder) where name.hasSuffix(".json") {
      let layer = try VectorReader(path: folder + "/" + name).layer
      let sql = """
        SELECT ST_Area(ST_MakeValid(geometry)) AS area, geometry FROM \(SQL.identifier(layer))
        """
      var reader = try VectorReader(path: folder + "/" + name, sql: sql, dialect: "SQLITE")
      while let county = try reader.next() {
        guard case .area(let area) = county.geometry, case .real(let wanted) = county.values[0]
        else { continue }
        let found = GeometryRepairTests.area(try GeometryRepair.makeValid(area))
        #expect(abs(found / wanted - 1) < 1e-6, "\(name), feature \(county.id)")
        compared += 1
      }
    }
    #expect(compared == 457)
  }

  @Test(ReferenceDataTests.whenThere) func `the survey lines of Qishan enclose its nine townships`()
    throws
  {
    var reader = try VectorReader(path: path("/townships/qishan_610323/town_raw.shp"))
    var lines: [[Coordinate]] = []
    while let feature = try reader.next() {
      if case .lines(let parts) = feature.geometry { lines += parts }
    }
    let areas = try GeometryRepair.polygonise(lines: lines)
    #expect(areas.count == 9)
    let crs = reader.crs
    var transformer = try Transformer(from: #require(crs), to: .wgs84)
    let measured = try areas.map { polygon in
      let degrees = try transformer.transform(MultiPolygon([polygon]))
      return (Geodesic.area(degrees) / 1e4).rounded() / 100
    }
    let published = [132.75, 209.38, 49.44, 79.49, 37.67, 44.69, 60.01, 131.50, 110.93]
    for (found, wanted) in zip(measured.sorted(), published.sorted()) {
      #expect(abs(found / wanted - 1) < 0.005, "\(found) km2 is not \(wanted)")
    }
  }

  @Test(ReferenceDataTests.whenThere) func `TopoJSON is read`() throws {
    var reader = try VectorReader(path: path("/townships/twTown1982.topo.json"))
    #expect(try reader.featureCount() == 382)
    guard case .area = try reader.next()?.geometry else {
      Issue.record("the first township has no area")
      return
    }
  }

  @Test(ReferenceDataTests.whenThere) func `GCJ-02 counties become those converted by others`()
    throws
  {
    let file = try path("/boundaries/cities39_amap2021.gpkg")
    var shifted = try VectorReader(path: file, layer: "county_gcj02")
    var converted = try VectorReader(path: file, layer: "county_wgs84")
    var worst = 0.0
    for _ in 0..<20 {
      guard case .area(let from)? = try shifted.next()?.geometry,
        case .area(let to)? = try converted.next()?.geometry
      else { break }
      let mine = from.mapCoordinates { Datum.gcj02.toWGS84($0) }
      for (a, b) in zip(mine.polygons.flatMap(\.exterior), to.polygons.flatMap(\.exterior)) {
        worst = max(worst, Geodesic.distance(a, b))
      }
    }
    // The file is rounded to six decimals: half a step in each direction is 0.072 m here.
    #expect((1e-9...0.072).contains(worst), "\(worst) m")
  }
}
