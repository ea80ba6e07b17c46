import Foundation
import Testing

@testable import Geo

@Suite struct DelimitedReaderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// A row as the reader gives it.
  private struct Row: Equatable {
    var text: String
    var x: Double?
    var y: Double?
    var reading: RowBlock.Reading
    var surplus = 0
  }

  private func rows(of path: String, x: Int, y: Int, capacity: Int = 1 << 20) throws -> [Row] {
    var reader = try DelimitedReader(path: path)
    reader.setPosition(x: x, y: y)
    let block = RowBlock(capacity: capacity)
    var rows: [Row] = []
    while try reader.read(into: block) {
      #expect(block.firstRow == rows.count + 1)
      for row in 0..<block.count {
        let (x, y) = block.withPositions { xs, ys in (xs[row], ys[row]) }
        rows.append(
          Row(
            text: String(decoding: block.text(row), as: UTF8.self), x: x.isNaN ? nil : x,
            y: y.isNaN ? nil : y, reading: block.reading(row), surplus: block.surplus(row)))
      }
    }
    return rows
  }

  @Test func `rows come as they stand, with the position in each`() throws {
    let path = try folder.write(
      "in.csv",
      "\u{FEFF}id,\"经度\",纬度,名称\r\n1,116.39,39.91,\"甲, \"\"乙\"\"\"\r\n\r\n"
        + "2,\"114.51\", 38.04 ,丙\r\n3,,38,\r\n4,abc,39,d\r\n5,116.3\r\n6,1.16e2,39,\"a\nb\",x")
    let found = try rows(of: path, x: 1, y: 2)
    #expect(
      found == [
        Row(text: "1,116.39,39.91,\"甲, \"\"乙\"\"\"", x: 116.39, y: 39.91, reading: .position),
        Row(text: "2,\"114.51\", 38.04 ,丙", x: 114.51, y: 38.04, reading: .position),
        Row(text: "3,,38,", reading: .blank), Row(text: "4,abc,39,d", reading: .unreadable),
        Row(text: "5,116.3", reading: .blank),
        Row(text: "6,1.16e2,39,\"a\nb\",x", x: 116, y: 39, reading: .position, surplus: 1),
      ])
    #expect(try DelimitedReader(path: path).headings == ["id", "经度", "纬度", "名称"])
  }

  /// Rows of random fields, and what a reader that looks at one byte after another makes of them.
  @Test(arguments: 0..<40)
  func `any text is cut as a plain state machine cuts it, whatever the size of blocks`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(UInt64(seed))
    let separator = [",", ";", "\t"][seed % 3]
    let lineEnd = ["\n", "\r\n"][seed % 2]
    let pieces = [
      "116.3845", "39", "-7.25", "", " 12 ", "\"5.5\"", "\"a\(separator)b\"", "\"x\ny\"",
      "\"q\"\"r\"", "a\"b", "长文本", "1e2", "abcdefghijklmnopqrstuvwxyz", "\"\"",
      "0.12345678901234567890",
    ]
    var lines = [["a", "b", "c", "d"]]
    for _ in 0..<200 {
      let isRegular = Int.random(in: 0...9, using: &generator) < 8
      let count = isRegular ? 4 : Int.random(in: 2...6, using: &generator)
      lines.append((0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" })
    }
    let isEnded = seed % 5 != 0
    let text =
      lines.map { $0.joined(separator: separator) }.joined(separator: lineEnd)
      + (isEnded ? lineEnd : "")
    let path = try folder.write("fuzz.csv", text)
    let (x, y) = [(0, 1), (1, 0), (1, 3), (3, 2), (0, 3)][seed % 5]
    let body = lines.dropFirst().filter { $0.joined(separator: separator) != "" }
    let expected = body.map { expectedRow($0, separator, x: x, y: y) }
    for capacity in [64, 100, 1 << 20] {
      let found = try rows(of: path, x: x, y: y, capacity: capacity)
      #expect(found.count == expected.count, "capacity \(capacity)")
      let wrong = zip(found, expected).first { $0 != $1 }
      #expect(
        wrong.map { [$0.0, $0.1] } == nil, "capacity \(capacity): \(String(describing: wrong))")
    }
  }

  private func expectedRow(_ fields: [String], _ separator: String, x: Int, y: Int) -> Row {
    func value(_ place: Int) -> (Double?, RowBlock.Reading) {
      guard place < fields.count else { return (nil, .blank) }
      var text = fields[place].trimmingCharacters(in: .whitespaces)
      if text.hasPrefix("\"") { text = String(text.dropFirst().dropLast()) }
      if let number = Double(text) { return (number, .position) }
      return (nil, text.trimmingCharacters(in: .whitespaces).isEmpty ? .blank : .unreadable)
    }
    let (a, b) = (value(x), value(y))
    let readings = [a.1, b.1]
    let reading: RowBlock.Reading =
      readings.contains(.unreadable) ? .unreadable : readings.contains(.blank) ? .blank : .position
    let isPlaced = reading == .position
    return Row(
      text: fields.joined(separator: separator), x: isPlaced ? a.0 : nil, y: isPlaced ? b.0 : nil,
      reading: reading, surplus: max(0, fields.count - 4))
  }

  @Test func `a quote that is never closed is an error that names the row`() throws {
    let path = try folder.write("open.csv", "id,x,y\n1,2,3\n2,\"4,5\n6,7,8\n")
    let error = try #require(throws: GDALError.self) { try rows(of: path, x: 1, y: 2) }
    #expect(error.message.contains("row 2"))
    #expect(error.code == .unreadable)
  }

  @Test(arguments: ["", "\n", "\0\0"])
  func `a file without headings is an error`(text: String) throws {
    let path = try folder.write("none.csv", text)
    #expect(throws: GDALError.self) { _ = try DelimitedReader(path: path) }
  }

  @Test func `UTF-16 is told`() throws {
    let path = try folder.write("wide.csv", Data([0xFF, 0xFE, 0x61, 0, 0x2C, 0]))
    let error = try #require(throws: GDALError.self) { _ = try DelimitedReader(path: path) }
    #expect(error.message.contains("UTF-16"))
  }

  @Test func `headings in GB18030 are read`() throws {
    let path = try folder.write("gbk.csv", "名称,经度,纬度\n甲,1,2\n".gb18030)
    #expect(try DelimitedReader(path: path).headings == ["名称", "经度", "纬度"])
  }
}
