import Testing

@testable import Geo

@Suite struct ConcurrencyTests {
  @Test func `tasks read, write and fail side by side, each with its own messages`() async throws {
    let folder = try ScratchFolder()
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        let path = folder.file("\(task).gpkg")
        group.addTask { try ConcurrencyTests.work(path, rows: 100 + task) }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(counts == Set(100..<108))
  }

  static func work(_ path: String, rows: Int) throws -> Int {
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "t", geometry: .point, crs: .albersChina, fields: [FieldDefinition("n", .integer)])
    for row in 0..<rows {
      try writer.append(
        Feature(values: [.integer(Int64(row))], geometry: .point(Coordinate(Double(row), 0))),
        to: "t")
    }
    try writer.close()
    do {
      _ = try VectorReader(path: path, layer: "missing \(rows)")
    } catch {
      #expect(error.layer == "missing \(rows)")
    }
    var reader = try VectorReader(path: path)
    var count = 0
    try reader.forEach { _ in count += 1 }
    return count
  }

  @Test func `a reader may move into a task that owns it`() async throws {
    let folder = try ScratchFolder()
    let path = try folder.write("a.csv", "a,b\n1,2\n")
    let worker = try Worker(path)
    #expect(try await worker.next() == [.text("1"), .text("2")])
  }

  actor Worker {
    private var reader: VectorReader

    init(_ path: String) throws { reader = try VectorReader(path: path) }

    func next() throws -> [FieldValue]? { try reader.next()?.values }
  }
}
