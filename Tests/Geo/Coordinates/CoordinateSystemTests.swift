import Testing

@testable import Geo

@Suite struct CoordinateSystemTests {
  @Test func `codes, PROJ strings and WKT are read`() throws {
    let code = try CoordinateSystem("EPSG:4547")
    #expect(code.name == "CGCS2000 / 3-degree Gauss-Kruger CM 114E")
    #expect(!code.isGeographic)
    #expect(code.metresPerUnit == 1)
    let text = try CoordinateSystem(
      "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80 +units=km")
    #expect(text.metresPerUnit == 1000)
    let wkt = try CoordinateSystem(CoordinateSystem.albersChina.definition)
    #expect(wkt == .albersChina)
  }

  @Test func `the constants agree with PROJ`() throws {
    for system in [CoordinateSystem.wgs84, .cgcs2000, .albersChina] {
      #expect(try CoordinateSystem(system.definition) == system)
    }
  }

  @Test func `geographic systems have no metres per unit`() throws {
    #expect(CoordinateSystem.wgs84.metresPerUnit == nil)
    #expect(try CoordinateSystem("EPSG:4490").isGeographic)
    #expect(try CoordinateSystem("EPSG:4326+5773").isGeographic)
  }

  @Test func `systems are told apart by meaning, not by spelling`() throws {
    #expect(try CoordinateSystem("OGC:CRS84").isSame(as: .wgs84))
    #expect(!CoordinateSystem.cgcs2000.isSame(as: .wgs84))
    #expect(!CoordinateSystem.albersChina.isSame(as: .wgs84))
  }

  @Test(arguments: ["", "nonsense", "EPSG:99999999", "+proj=pipeline +step +proj=noop", "GCJ-02"])
  func `what is no coordinate system is refused with a next step`(text: String) {
    do {
      _ = try CoordinateSystem(text)
      Issue.record("\(text) was accepted")
    } catch {
      #expect(error.code == .invalidDefinition)
      #expect(error.description.contains("EPSG:n"))
    }
  }
}
