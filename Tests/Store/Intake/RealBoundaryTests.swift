import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

@Suite(.enabled(if: ReferenceData.isThere, ReferenceData.absence))
struct RealBoundaryTests {
  @Test func `the counties of 2021 are those of 39 cities but for Jiyuan, 16 of them re-coded`()
    throws
  {
    let fixture = try IntakeFixture(countyAround: false)
    let file = try ReferenceData.path("boundaries/cities39_amap2021.gpkg")
    let report = try fixture.importFile("counties", file) {
      $0.layer = "county_gcj02"
      $0.datum = .gcj02
    }
    #expect(report.read == 455 && report.new == 455 && report.rejected == 0)
    #expect(report.warnings.contains("The workspace has 455 counties of 39 cities."))
    #expect(report.warnings.contains { $0.hasPrefix("14 counties have codes of another year") })
    #expect(
      report.warnings.contains {
        $0.contains("of August 2018 are missing") && $0.contains("419001 济源市")
      })
    #expect(!report.warnings.contains { $0.contains("overlap") })

    let shifted = try fixture.importFile("counties", file, later: 60) {
      $0.layer = "county_gcj02"
      $0.dryRun = true
    }
    #expect(shifted.warnings.contains { $0.contains("--datum gcj02") })
  }

  @Test func `the invalid counties of another layer are mended to the areas of GEOS`() throws {
    let fixture = try IntakeFixture(countyAround: false)
    let folder = try ReferenceData.path("boundaries/datav_city_geojson")
    var mended: [String] = []
    var (read, repaired) = (0, 0)
    let cities = [
      "110000", "120000", "130100", "130500", "140300", "140500", "371400", "371500", "411200",
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { name in cities.contains { name.hasPrefix($0) } }
    for (index, name) in names.enumerated() {
      let report = try fixture.importFile("counties", folder + "/" + name, later: index)
      read += report.read
      repaired += report.repaired
      #expect(report.rejected == 0)
      mended += report.warnings.filter { $0.contains("were mended") }
      if report.repaired > 0 { try checkAreas(of: folder + "/" + name, in: fixture) }
    }
    #expect(read > 0)
    let codes = [
      "120113", "120117", "110113", "130121", "130184", "130581", "140311", "140525", "371422",
      "371522", "411221",
    ]
    for code in codes { #expect(mended.contains { $0.contains(code) }) }
    #expect(repaired == codes.count)
  }

  /// Compares every area with `ST_Area(ST_MakeValid(...))` in the file's own degrees.
  private func checkAreas(of file: String, in fixture: IntakeFixture) throws {
    let stored = try fixture.facts().counties
    for (code, expected) in try areasByGEOS(of: file) {
      let county = try #require(stored.first { $0.code == code })
      let area = county.area.polygons.reduce(0) { $0 + $1.area }
      #expect(abs(area - expected) <= 1e-6 * expected, "\(code)")
    }
  }

  private func areasByGEOS(of file: String) throws -> [(code: String, area: Double)] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let layer = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    process.arguments = [
      "ogrinfo", "-q", "-dialect", "SQLite", "-sql",
      "SELECT adcode, CAST(ST_Area(ST_MakeValid(geometry)) AS TEXT) AS a FROM \"\(layer)\"", file,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let values = text.split(separator: "\n").compactMap { line in
      line.contains(" = ") ? line.split(separator: "=").last.map { $0.dropFirst() } : nil
    }
    return stride(from: 0, to: values.count - 1, by: 2).compactMap { index in
      Double(values[index + 1]).map { (String(values[index]), $0) }
    }
  }

  /// Copies the features of a layer that an SQL condition holds for to a file of the fixture.
  private func extract(
    _ condition: String, from file: String, layer: String, in fixture: IntakeFixture
  ) throws -> String {
    var reader = try VectorReader(path: ReferenceData.path(file), layer: layer)
    try reader.setAttributeFilter(condition)
    let path = fixture.folder.path + "/\(layer).gpkg"
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      layer, geometry: reader.geometryKind, crs: reader.crs, fields: reader.fields)
    while let feature = try reader.next() {
      try writer.append(Feature(values: feature.values, geometry: feature.geometry), to: layer)
    }
    try writer.close()
    return path
  }

  private func importCounties(ofCity code: String, into fixture: IntakeFixture) throws {
    let file = try extract(
      "city_code = '\(code)'", from: "boundaries/cities39_amap2021.gpkg", layer: "county_wgs84",
      in: fixture)
    _ = try fixture.importFile("counties", file)
  }

  @Test func `the border lines of Qishan make nine townships with the names of points`() throws {
    let fixture = try IntakeFixture(countyAround: false)
    try importCounties(ofCity: "610300", into: fixture)
    let report = try fixture.importFile(
      "townships", ReferenceData.path("townships/qishan_610323/town_raw.shp"), later: 1
    ) { $0.namesFile = try? ReferenceData.path("townships/town_points_vonng2016.csv") }
    #expect(report.read == 9 && report.new == 9 && report.rejected == 0)
    let expected = [
      ("610323100", "凤鸣镇", 132.75), ("610323101", "蔡家坡镇", 209.38), ("610323103", "益店镇", 49.44),
      ("610323104", "蒲村镇", 79.49), ("610323106", "青化镇", 37.67), ("610323107", "枣林镇", 44.69),
      ("610323108", "雍川镇", 60.01), ("610323111", "故郡镇", 131.50), ("610323112", "京当镇", 110.93),
    ]
    let townships = try fixture.facts().townships
    #expect(townships.count == 9)
    for (township, (code, name, area)) in zip(townships, expected) {
      #expect(township.code == code && township.name == name)
      #expect(township.countyCode == "610323" && township.cityCode == "610300")
      #expect(township.source == "official")
      #expect(abs(Geodesic.area(township.area) / 1e6 - area) < 0.01 * area)
    }
  }

  @Test func `townships come from borders, and from seats where a county has none`() throws {
    let fixture = try IntakeFixture(countyAround: false)
    try importCounties(ofCity: "610300", into: fixture)
    let points = try ReferenceData.path("townships/town_points_vonng2016.csv")
    let derived = try fixture.importFile("townships", points, later: 1)
    #expect(derived.read == 5963 && derived.new + derived.rejected == 5963)
    let facts = try fixture.facts()
    #expect(facts.townships.count == derived.new && derived.new > 80)
    #expect(facts.townships.allSatisfy { $0.source == "derived" })
    let counties = Set(facts.townships.map(\.countyCode))
    let ground = facts.counties.filter { counties.contains($0.code) }
      .reduce(0) { $0 + Geodesic.area($1.area) }
    let divided = facts.townships.reduce(0) { $0 + Geodesic.area($1.area) }
    #expect(abs(ground - divided) < 1e-5 * ground)

    let borders = try extract(
      "city_code = '610300'", from: "townships/pseudo_townships39_wgs84.gpkg",
      layer: "pseudo_township_wgs84", in: fixture)
    let report = try fixture.importFile("townships", borders, later: 2) {
      $0.source = "synthetic"
    }
    #expect(report.rejected == 0 && report.new + report.updated == report.read)
    #expect(try fixture.facts().townships.filter { $0.source == "synthetic" }.count == report.read)
  }
}
