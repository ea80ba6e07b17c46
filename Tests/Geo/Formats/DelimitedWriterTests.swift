import Foundation
import Testing

@testable import Geo

@Suite struct DelimitedWriterTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Copies a file with a group's field behind each row: fast where the block allows, or row by row.
  private func copy(_ input: String, rowByRow: Bool) throws -> String {
    var reader = try DelimitedReader(path: input)
    reader.setPosition(x: 0, y: 1)
    let output = folder.file("out.csv")
    var writer = try DelimitedWriter(
      creating: output, headings: reader.headings + ["组"], dialect: reader.dialect,
      overwrite: true)
    let endings = RowEndings(
      [["甲"], ["a,\"b\""]], fieldCount: 1, dialect: reader.dialect)
    let block = RowBlock(capacity: 1 << 16)
    while try reader.read(into: block) {
      let groups = (0..<block.count).map { Int32(($0 + block.firstRow) % 3 - 1) }
      if block.isPlain, !rowByRow {
        try writer.append(block, endings: endings, groups: groups.span)
      } else {
        for row in 0..<block.count {
          try writer.append(row, of: block, endings: endings, group: groups[row])
        }
      }
    }
    try writer.close()
    return try String(contentsOfFile: output, encoding: .utf8)
  }

  @Test func `rows and fields are written one behind the other, however long`() throws {
    var generator = SeededGenerator(9)
    let rows = (1...9_000).map { row in
      // Some longer than all buffers.
      let length =
        row % 4_000 == 0
        ? 3_000_000 : row % 1_000 == 0 ? 200_000 : Int.random(in: 0...120, using: &generator)
      return "\(row),\(row),\(String(repeating: "z", count: length))"
    }
    let input = try folder.write("in.csv", "x,y,文\n" + rows.joined(separator: "\n") + "\n")
    let fields = ["", "甲", "\"a,\"\"b\"\"\""]
    let expected =
      "x,y,文,组\n" + rows.enumerated().map { "\($1),\(fields[($0 + 1) % 3])\n" }.joined()
    #expect(try copy(input, rowByRow: false) == expected)
    #expect(try copy(input, rowByRow: true) == expected)
  }

  @Test func `text in GB18030 comes out as UTF-8, and short rows are filled up`() throws {
    let input = try folder.write("gbk.csv", "x,y,名\r\n1,2,长安区\r\n3,4\r\n5,6,b,,\r\n".gb18030)
    #expect(
      try copy(input, rowByRow: false)
        == "x,y,名,组\r\n1,2,长安区,甲\r\n3,4,,\"a,\"\"b\"\"\"\r\n5,6,b,\r\n")
  }

  @Test func `a writer that is dropped leaves nothing`() throws {
    do {
      _ = try DelimitedWriter(
        creating: folder.file("half.csv"), headings: ["a"], dialect: DelimitedDialect(),
        overwrite: false)
    }
    #expect(try folder.entries.isEmpty)
  }
}
