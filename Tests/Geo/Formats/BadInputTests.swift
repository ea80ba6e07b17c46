import Foundation
import Testing

@testable import Geo

@Suite struct BadInputTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Opens a file, reads it to the end and returns the error that must come of it.
  func failure(
    _ path: String, layer: String? = nil, at location: SourceLocation = #_sourceLocation
  ) -> GDALError? {
    do {
      var reader = try VectorReader(path: path, layer: layer)
      while try reader.next() != nil {}
      Issue.record("\(path) was read without complaint", sourceLocation: location)
      return nil
    } catch {
      #expect(error.path == path, sourceLocation: location)
      return error
    }
  }

  @Test func `a missing file is reported`() {
    #expect(failure(folder.file("nowhere.gpkg"))?.code == .notFound)
    #expect(failure("/vsimem/nowhere.gpkg")?.code == .notFound)
  }

  @Test func `a database that does not answer is reported`() {
    #expect(failure("PG:host=127.0.0.1 port=1 connect_timeout=1")?.code == .notFound)
  }

  @Test func `a folder is reported`() {
    #expect(failure(folder.path)?.code == .folder)
    let error = #expect(throws: GDALError.self) {
      _ = try VectorWriter(creating: folder.path, driver: "GPKG", overwrite: true)
    }
    #expect(error?.code == .folder)
  }

  @Test func `an empty file is reported`() throws {
    #expect(failure(try folder.write("empty.geojson", ""))?.code == .unreadable)
  }

  @Test func `a file of no known format is reported`() throws {
    #expect(failure(try folder.write("notes.xyz", "nothing to see"))?.code == .unknownDriver)
    let fake = try folder.write("fake.gpkg", "this is no database, whatever its name says")
    #expect(failure(fake) != nil)
  }

  @Test func `a layer that is not there is reported with those that are`() throws {
    let path = try folder.write("a.csv", "a,b\n1,2\n")
    let error = failure(path, layer: "b")
    #expect(error?.code == .noSuchLayer)
    #expect(error?.layer == "b")
    #expect(error?.message.contains("there is a") == true)
  }

  @Test func `a file without layers is reported`() throws {
    let path = folder.file("none.gpkg")
    try VectorWriter(creating: path).close()
    #expect(failure(path)?.code == .emptyLayer)
  }

  @Test(arguments: ["shx", "dbf"])
  func `a shapefile without one of its parts is reported`(ending: String) throws {
    let path = try write("sites.shp")
    try FileManager.default.removeItem(atPath: folder.file("sites." + ending))
    let error = failure(path)
    #expect(error?.code == .unreadable)
    #expect(error?.message.contains("." + ending) == true)
  }

  @Test func `a GeoPackage that is cut off is reported`() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: write("sites.gpkg")))
    let cut = try folder.write("cut.gpkg", whole.prefix(whole.count / 2))
    #expect(failure(cut)?.code == .unreadable)
  }

  @Test func `GeoJSON that is cut off is reported`() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: write("sites.geojson")))
    let cut = try folder.write("cut.geojson", whole.prefix(whole.count / 2))
    #expect(failure(cut)?.code == .unreadable)
  }

  /// Whatever the cut, reading ends: with an error, or with some of the features.
  @Test(arguments: ["gpkg", "geojson", "fgb", "kml", "xlsx", "csv", "shp", "sqlite", "gml"])
  func `no cut makes reading crash`(ending: String) throws {
    let path = try write("sites." + ending)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for step in 0..<12 {
      try whole.prefix(whole.count * step / 12).write(to: URL(fileURLWithPath: path))
      do {
        var reader = try VectorReader(path: path)
        var count = 0
        while try reader.next() != nil { count += 1 }
        #expect(count <= 500)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test func `a folder that is not there is reported before writing`() {
    let error = #expect(throws: GDALError.self) {
      _ = try VectorWriter(creating: folder.file("no/such/a.gpkg"))
    }
    #expect(error?.code == .cannotWrite)
    #expect(error?.message.contains("make it first") == true)
  }

  @Test func `an ending of no format is reported before writing`() throws {
    let error = #expect(throws: GDALError.self) {
      _ = try VectorWriter(creating: folder.file("a.docx"))
    }
    #expect(error?.code == .unknownDriver)
    #expect(throws: GDALError.self) {
      _ = try VectorWriter(creating: folder.file("a.gpkg"), driver: "Nonsense")
    }
    #expect(try folder.entries.isEmpty)
  }

  @Test func `what cannot be changed is reported`() throws {
    let path = try folder.write("broken.gpkg", "this is no database, whatever its name says")
    #expect(throws: GDALError.self) { _ = try VectorWriter(updating: path) }
    #expect(throws: GDALError.self) { _ = try VectorWriter(updating: folder.file("no.gpkg")) }
  }

  /// Writes 500 sites in some format.
  func write(_ name: String) throws -> String {
    let path = folder.file(name)
    let hasPlaces = !name.hasSuffix("xlsx")
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "sites", geometry: hasPlaces ? .point : .none, crs: hasPlaces ? .wgs84 : nil,
      fields: [FieldDefinition("code", .text), FieldDefinition("name", .text)])
    for number in 0..<500 {
      try writer.append(
        Feature(
          values: [.text("S\(number)"), .text("石家庄市某厂\(number)")],
          geometry: hasPlaces ? .point(Coordinate(114 + Double(number) / 1000, 38)) : nil),
        to: "sites")
    }
    try writer.close()
    return path
  }
}
