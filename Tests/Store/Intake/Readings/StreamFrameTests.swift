import CampaignData
import Inspection
import Testing

@testable import Store

@Suite struct StreamFrameTests {
  private static let heading = "site_id,circuit,time,power\n"
  private static let lines = (0..<12).map { "S\($0 / 6),main,15410\(31_400 + 900 * $0),\($0).5\n" }

  /// What is read of a framed text in blocks of some bytes.
  private func read(
    _ text: String, blockBytes: Int = 1 << 20, rejects: ReadingRejectList = .counted
  ) throws -> ReadingReport {
    var report = ReadingReport()
    try inTemporaryFolder { folder in
      var options = ReadingOptions(
        now: Moment(CalendarDate(daysSince1970: 17_900)), scratch: "/tmp")
      options.order = .meter
      options.isFramed = true
      options.blockBytes = blockBytes
      var stream = MeterStream(
        [try write(text, to: folder + "/stream.csv")], options: options, settings: PowerSettings(),
        rejects: rejects)
      report = try stream.forEachSite { _, _ in }
    }
    return report
  }

  @Test(arguments: [40, 64, 200, 1 << 20]) func `the end is no reading`(blockBytes: Int) throws {
    let report = try read(
      Self.heading + Self.lines.joined() + "end\t12\n", blockBytes: blockBytes)
    #expect(report.read == 12 && report.rejectedCount == 0 && report.sites == 2)
    let nothing = try read(Self.heading + "end\t0\n", blockBytes: blockBytes)
    #expect(nothing.read == 0)
  }

  @Test(arguments: [64, 1 << 20]) func `a stream cut off anywhere is refused`(
    blockBytes: Int
  ) throws {
    let whole = Self.heading + Self.lines.joined() + "end\t12\n"
    for count in 0..<whole.count - 1 {
      let text = String(whole.prefix(count))
      #expect(throws: StoreError.self, "\(text)") { try read(text, blockBytes: blockBytes) }
    }
    // The last line feed says nothing.
    #expect(try read(String(whole.dropLast()), blockBytes: blockBytes).read == 12)
  }

  @Test(arguments: [64, 1 << 20]) func `lines lost, twice or behind the end are noticed`(
    blockBytes: Int
  ) {
    let lines = Self.lines.joined()
    for text in [
      lines + "end\t11\n", lines + "end\t13\n", lines + "end\t12\n" + Self.lines[0],
      lines + "end\ttwelve\n", "end\t12\n" + lines, lines + "end\t12\nend\t13\n" + Self.lines[0],
    ] {
      #expect(throws: StoreError.self, "\(text.suffix(40))") {
        try read(Self.heading + text, blockBytes: blockBytes)
      }
    }
  }

  @Test func `rejected rows are handed on with their lines`() throws {
    let handed = Handed()
    let rows = [
      "A,main,1541031000,5\n", "A,main,1541031000,7\n", "A,main\n", "A,main,1541031900,many\n",
    ]
    let report = try read(
      Self.heading + rows.joined() + "end\t4\n",
      rejects: .handedOn { handed.rows.append("\($0.row) \($1.key): \($2)") })
    #expect(report.rejectedCount == 3 && report.used == 1)
    #expect(
      handed.rows == [
        "4 fields: A,main", "5 value: A,main,1541031900,many",
        "3 contradiction: A main 2018-11-01T08:00:00+08:00 7.0 kW",
      ])
  }

  private final class Handed {
    var rows: [String] = []
  }
}
