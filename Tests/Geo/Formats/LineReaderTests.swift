import Foundation
import Geo
import Testing

@Suite struct LineReaderTests {
  @Test(arguments: [40, 100, 4000, 70_000, 1 << 20])
  func `blocks of any size hold the lines of a file, each whole`(capacity: Int) throws {
    let path = NSTemporaryDirectory() + "lines-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lines = (0..<9000).map { "row \($0),\(String(repeating: "x", count: $0 % 23))\n" }
    // The last line has no end of its own.
    try ("\u{FEFF}name;值\n" + lines.joined().dropLast())
      .write(toFile: path, atomically: true, encoding: .utf8)
    var reader = try LineReader(path: path)
    #expect(reader.headings == ["name", "值"] && reader.dialect.separator == 59)
    let block = LineBlock(capacity: capacity)
    var text = ""
    while try reader.read(into: block) {
      let bytes = UnsafeBufferPointer(start: UnsafePointer(block.bytes), count: block.count)
      #expect(bytes.last == 10)
      text += String(decoding: bytes, as: UTF8.self)
    }
    #expect(text == lines.joined())
  }

  @Test func `a line longer than a block is told`() throws {
    let path = NSTemporaryDirectory() + "lines-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ("a,b\n" + String(repeating: "x", count: 90)).write(
      toFile: path, atomically: true, encoding: .utf8)
    var reader = try LineReader(path: path)
    let block = LineBlock(capacity: 50)
    #expect(throws: GDALError.self) { while try reader.read(into: block) {} }
  }
}
