import CampaignData
import Foundation
import Geo
import Publishing
import Testing

@testable import Print

/// Workbooks as they stand on disk.
@Suite struct WorkbookTests {
  /// A folder of the test's own.
  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hotspot-excel-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private var columns: [WorkbookColumn] {
    let wanted = ["name", "order", "date", "arrival", "navigation", "stop_id"]
    return wanted.compactMap { key in
      CampaignData.workbookSheet("tasks")?.columns.first { $0.key == key }
    }
  }

  private func write(_ rows: [[CellValue]], to path: String) throws {
    var workbook = try Workbook(
      for: path, title: "t", created: Moment(secondsSince1970: 1_545_555_600))
    let sheet = try workbook.addSheet("表")
    sheet.write(columns, rows, language: .zh, frozen: 1, footer: "A & B")
    try workbook.close()
  }

  @Test func `texts, numbers, days and times come back as they are, and no text is a formula`()
    throws
  {
    let day = try #require(CalendarDate("2018-12-24"))
    let texts = ["=1+1", "+86", "-x", "@SUM(A1)", "厂 \"A\" <b> & c", "0123"]
    try Self.inFolder { folder in
      let path = folder + "/a.xlsx"
      try write(
        texts.enumerated().map { number, text in
          [
            .text(text), .whole(number), .date(day), .moment(Moment(day, hour: 8, minute: 35)),
            .link("https://uri.amap.com/navigation?to=1,2,a", text: "导航"), .text("P/\(number)"),
          ]
        }, to: path)
      var reader = try VectorReader(path: path, layer: "表")
      #expect(reader.fields.map(\.name) == columns.map(\.zh))
      var found: [[FieldValue]] = []
      while let row = try reader.next() { found.append(row.values) }
      #expect(found.map { $0[0] } == texts.map(FieldValue.text))
      #expect(found.map { $0[1] } == (0..<6).map { .integer($0) })
      #expect(found.allSatisfy { $0[2] == .text("2018-12-24") || $0[2] == .text("2018/12/24") })
      #expect(found.allSatisfy { $0[4] == .text("导航") })
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.xlsx"])
    }
  }

  @Test func `the same content is the same bytes`() throws {
    try Self.inFolder { folder in
      let row: [CellValue] = [.text("a"), .whole(1), .empty, .empty, .empty, .empty]
      try write([row], to: folder + "/a.xlsx")
      try write([row], to: folder + "/b.xlsx")
      let (one, other) = (
        FileManager.default.contents(atPath: folder + "/a.xlsx"),
        FileManager.default.contents(atPath: folder + "/b.xlsx")
      )
      #expect(one != nil && one == other)
    }
  }

  @Test func `a workbook that is not closed leaves nothing`() throws {
    try Self.inFolder { folder in
      do {
        let workbook = try Workbook(
          for: folder + "/a.xlsx", title: "t", created: Moment(secondsSince1970: 0))
        _ = try workbook.addSheet("表")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `a folder that is not there is told`() throws {
    #expect(throws: (any Error).self) {
      _ = try Workbook(
        for: "/nowhere/at/all/a.xlsx", title: "t", created: Moment(secondsSince1970: 0))
    }
  }

  @Test func `a day and a time are Excel's day number`() throws {
    let day = try #require(CalendarDate("2018-12-24"))
    #expect(CellValue.date(day).serial == 43_458)
    #expect(CellValue.moment(Moment(day, hour: 18)).serial == 43_458.75)
    #expect(CellValue.text("1").serial == nil)
  }
}
