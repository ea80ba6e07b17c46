import Testing

@testable import Geo

@Suite struct TransactionTests {
  let folder: ScratchFolder
  let path: String

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("w.gpkg")
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "t", geometry: .point, crs: .wgs84, fields: [FieldDefinition("name", .text)])
    try writer.append(TransactionTests.row("first"), to: "t")
    try writer.close()
  }

  static func row(_ name: String) -> Feature {
    Feature(values: [.text(name)], geometry: .point(Coordinate(1, 2)))
  }

  func names() throws -> [FieldValue] {
    var reader = try VectorReader(path: path, layer: "t")
    var names: [FieldValue] = []
    try reader.forEach { names.append($0.values[0]) }
    return names
  }

  @Test func `what is committed stays, what is rolled back goes`() throws {
    var writer = try VectorWriter(updating: path)
    try writer.begin()
    try writer.append(TransactionTests.row("kept"), to: "t")
    try writer.commit()
    try writer.begin()
    try writer.append(TransactionTests.row("undone"), to: "t")
    try writer.rollback()
    try writer.append(TransactionTests.row("later"), to: "t")
    try writer.close()
    #expect(try names() == [.text("first"), .text("kept"), .text("later")])
    #expect(try VectorReader.layers(path: path).map(\.featureCount) == [3])
  }

  @Test func `a dropped writer changes nothing`() throws {
    do {
      var writer = try VectorWriter(updating: path)
      try writer.append(TransactionTests.row("lost"), to: "t")
      try writer.execute(sql: "DELETE FROM t WHERE name = 'first'")
    }
    #expect(try names() == [.text("first")])
    #expect(try VectorReader.layers(path: path).map(\.featureCount) == [1])
  }

  @Test func `a layer made in a transaction goes with it`() throws {
    var writer = try VectorWriter(updating: path)
    try writer.begin()
    try writer.createLayer(
      "more", geometry: .area, crs: .albersChina, fields: [FieldDefinition("a", .real)])
    try writer.append(Feature(values: [.real(1)]), to: "more")
    try writer.rollback()
    try writer.close()
    #expect(try VectorReader.layers(path: path).map(\.name) == ["t"])
  }

  @Test func `a layer made by a dropped writer goes too`() throws {
    do {
      var writer = try VectorWriter(updating: path)
      try writer.createLayer("more", geometry: .point, crs: .wgs84, fields: [])
    }
    #expect(try VectorReader.layers(path: path).map(\.name) == ["t"])
  }

  @Test func `layers are added and SQL is run`() throws {
    var writer = try VectorWriter(updating: path)
    try writer.createLayer(
      "more", geometry: .none, crs: nil, fields: [FieldDefinition("a", .real)])
    try writer.append(Feature(values: [.real(2.5)]), to: "more")
    try writer.execute(
      sql: "UPDATE t SET name = \(SQL.literal("it's")) WHERE name = 'first'")
    let rows = try writer.query("SELECT a, 'x' FROM more UNION ALL SELECT 3, name FROM t")
    #expect(rows.map(\.values) == [[.real(2.5), .text("x")], [.real(3), .text("it's")]])
    try writer.close()
    #expect(try names() == [.text("it's")])
  }

  @Test func `a wrong statement is an error that quotes it`() throws {
    var writer = try VectorWriter(updating: path)
    do {
      try writer.execute(sql: "UPDATE nowhere SET a = 1")
      Issue.record("accepted")
    } catch {
      #expect(error.code == .invalidQuery)
      #expect(error.description.contains("nowhere"))
    }
    #expect(throws: GDALError.self) { _ = try writer.query("SELECT b FROM t") }
  }

  @Test func `a second writer is told that the file is busy`() throws {
    var first = try VectorWriter(updating: path)
    try first.begin()
    try first.append(TransactionTests.row("a"), to: "t")
    try first.execute(sql: "UPDATE t SET name = 'mine'")
    do {
      var second = try VectorWriter(updating: path)
      try second.execute(sql: "UPDATE t SET name = 'yours'")
      Issue.record("both wrote")
    } catch {
      #expect(error.code == .busy)
    }
    try first.close()
  }

  @Test func `a layer of a name in use is refused, and one that is not there`() throws {
    var writer = try VectorWriter(updating: path)
    do {
      try writer.createLayer("t", geometry: .point, crs: .wgs84, fields: [])
      Issue.record("made twice")
    } catch { #expect(error.code == .alreadyExists) }
    do {
      try writer.append(TransactionTests.row("a"), to: "elsewhere")
      Issue.record("written to nowhere")
    } catch { #expect(error.code == .noSuchLayer) }
  }
}
