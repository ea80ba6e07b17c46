import Foundation
import Testing

@testable import Geo

/// Shapefiles as older software writes them: table text in GBK, said in various ways or not at all.
@Suite struct EncodingTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Writes a shapefile whose table is GBK and says a language of its own.
  func shapefile(language: UInt8, codePage: String? = nil) throws -> String {
    let path = folder.file("old.shp")
    var writer = try VectorWriter(creating: path, overwrite: true)
    try writer.createLayer(
      "old", geometry: .point, crs: .wgs84, fields: [FieldDefinition("名称", .text)],
      options: ["ENCODING": "GBK"])
    try writer.append(
      Feature(values: [.text("岐山县")], geometry: .point(Coordinate(107, 34))), to: "old")
    try writer.close()
    var table = try Data(contentsOf: URL(fileURLWithPath: folder.file("old.dbf")))
    #expect(table.range(of: "岐山县".gb18030) != nil)
    table[29] = language
    _ = try folder.write("old.dbf", table)
    try? FileManager.default.removeItem(atPath: folder.file("old.cpg"))
    if let codePage { _ = try folder.write("old.cpg", codePage) }
    return path
  }

  func read(_ path: String, encoding: String? = nil) throws -> [String] {
    var reader = try VectorReader(path: path, encoding: encoding)
    let name = try reader.next()?.values.first
    return reader.fields.map(\.name)
      + [name].compactMap { value in
        if case .text(let text) = value { text } else { nil }
      }
  }

  @Test func `a table that says GBK is read so`() throws {
    #expect(try read(shapefile(language: 0x4D)) == ["名称", "岐山县"])
    #expect(try read(shapefile(language: 0, codePage: "GBK")) == ["名称", "岐山县"])
  }

  @Test(arguments: [0, 3, 87] as [UInt8])
  func `a table that says nothing to rely on is looked at`(language: UInt8) throws {
    #expect(try read(shapefile(language: language)) == ["名称", "岐山县"])
  }

  @Test func `a table that says UTF-8 but is not is looked at too`() throws {
    #expect(try read(shapefile(language: 0, codePage: "UTF-8")) == ["名称", "岐山县"])
  }

  @Test func `a named encoding wins over a wrong one in the file`() throws {
    let path = try shapefile(language: 0x4D, codePage: "ISO-8859-1")
    #expect(try read(path, encoding: "GBK") == ["名称", "岐山县"])
  }
}
