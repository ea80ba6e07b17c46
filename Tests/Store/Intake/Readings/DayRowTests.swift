import CampaignData
import Foundation
import Inspection
import Testing

@testable import Store

/// Rows that hold a whole day, and several meters of one circuit.
@Suite struct DayRowTests {
  private func read(
    _ file: String, rejects: String? = nil, _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> (sites: [String: [[Float]]], report: ReadingReport) {
    var options = ReadingOptions(now: Moment(CalendarDate(daysSince1970: 17_900)), scratch: "/tmp")
    options.zone = 28_800
    change(&options)
    var stream = MeterStream(
      [file], options: options, settings: PowerSettings(), rejects: ReadingRejectList(path: rejects)
    )
    var sites: [String: [[Float]]] = [:]
    let report = try stream.forEachSite { sites[$0] = $1.loads }
    #expect(report.read == report.used + report.duplicates + report.rejectedCount)
    return (sites, report)
  }

  private func clock(_ slot: Int) -> String {
    String(format: "%02d:%02d", slot / 4, slot % 4 * 15)
  }

  /// What stands in an interval of the invented days.
  private func load(_ site: Int, _ day: Int, _ slot: Int) -> Int { site * 1000 + day * 100 + slot }

  /// Two sites of two days, a row a day, under headings of some form.
  private func daily(_ heading: (Int) -> String) -> String {
    var text = "户号,回路,日期," + (0..<96).map(heading).joined(separator: ",") + "\n"
    for site in 1...2 {
      for day in 1...2 {
        let values = (0..<96).map { "\(load(site, day, $0))" }.joined(separator: ",")
        text += "S\(site),生产,2018-11-0\(day),\(values)\n"
      }
    }
    return text
  }

  private func expected() -> [String: [[Float]]] {
    var sites: [String: [[Float]]] = [:]
    for site in 1...2 {
      let loads = (0..<192).map { Float(load(site, 1 + $0 / 96, $0 % 96)) }
      let none = [Float](repeating: .nan, count: 192)
      sites["S\(site)"] = [none, loads, none]
    }
    return sites
  }

  private func isSame(_ one: [String: [[Float]]], _ other: [String: [[Float]]]) -> Bool {
    one.mapValues { $0.map { $0.map(\.bitPattern) } }
      == other.mapValues { $0.map { $0.map(\.bitPattern) } }
  }

  @Test func `columns of a day are read by number and by time of day`() throws {
    try inTemporaryFolder { folder in
      let forms: [(String, (Int) -> String, ReadingOptions.Value?)] = [
        ("power_1", { "power_\($0 + 1)" }, nil), ("功率0", { "功率\($0)" }, nil),
        ("P1", { "P\($0 + 1)" }, .power), ("00:00", { clock($0) }, .power),
        ("power 0000", { "power " + clock($0).replacing(":", with: "") }, nil),
        ("24:00", { clock($0 + 1) }, .power),
      ]
      for (name, heading, value) in forms {
        let file = try write(daily(heading), to: folder + "/day.csv")
        for order in [ReadingOptions.Order.auto, .time] {
          let (sites, report) = try read(file) {
            $0.dayValue = value
            $0.order = order
          }
          #expect(report.read == 4 * 96 && report.used == report.read, "\(name)")
          #expect(isSame(sites, expected()), "\(name)")
        }
      }
    }
  }

  @Test func `times of day that are ends belong to the interval before`() throws {
    try inTemporaryFolder { folder in
      let file = try write(daily { clock($0) }, to: folder + "/day.csv")
      let (sites, _) = try read(file) {
        $0.dayValue = .power
        $0.stamp = .end
      }
      let loads = try #require(sites["S1"]?[1])
      // 00:00 of the first day is the last interval of the day before it.
      #expect(loads.count == 3 * 96 && loads[95] == 1100 && loads[96] == 1101)
    }
  }

  @Test func `energy of a day is power of its intervals, gaps and faults cost a cell`() throws {
    try inTemporaryFolder { folder in
      var text = "site_id,date," + (0..<96).map { "energy \(clock($0))" }.joined(separator: ",")
      let cells = (0..<96).map { $0 == 1 ? "" : $0 == 2 ? "viel" : $0 == 3 ? "-1" : "2" }
      text += "\nA,2018-11-01,\(cells.joined(separator: ","))\nA,2018-11-02,1,2\n"
      text += "A,2018-11-31,\(cells.joined(separator: ","))\n"
      let file = try write(text, to: folder + "/day.csv")
      let list = folder + "/rejects.csv"
      let (sites, report) = try read(file, rejects: list)
      #expect(report.read == 3 * 96 && report.used == 93)
      #expect(
        report.rejected == [.noValue: 1, .value: 1, .negative: 1, .fields: 96, .time: 96])
      let loads = try #require(sites["A"]?[0])
      #expect(loads[0] == 8 && loads[1].isNaN && loads[4] == 8)
      let listed = try String(contentsOfFile: list, encoding: .utf8)
      #expect(listed.contains("\(file),2,energy 00:30,viel,"))
      #expect(listed.contains("\(file),3,,") && listed.contains("\(file),4,date,2018-11-31,"))
    }
  }

  @Test func `columns that do not say what they hold are asked about`() throws {
    try inTemporaryFolder { folder in
      let file = try write(daily { "P\($0 + 1)" }, to: folder + "/day.csv")
      #expect {
        _ = try read(file)
      } throws: { error in
        (error as? StoreError)?.nextStep.contains("--values") == true
      }
      // One column too few is no day.
      let short = daily { $0 == 5 ? "note" : "P\($0 + 1)" }
      let other = try write(short, to: folder + "/short.csv")
      #expect(throws: StoreError.self) { try read(other) { $0.dayValue = .power } }
    }
  }

  @Test func `meters of one circuit are summed, more than eight refused`() throws {
    try inTemporaryFolder { folder in
      var text = "户号,电表编号,回路,时间,功率\n"
      for meter in 1...9 {
        for slot in 0..<4 {
          let minute = slot == 0 ? "00" : "\(slot * 15)"
          text += "A,m\(meter),治污,2018-11-01T00:\(minute)+08:00,\(meter)\n"
        }
      }
      let file = try write(text, to: folder + "/meters.csv")
      let (sites, report) = try read(file)
      #expect(report.rejected == [.meters: 4] && report.used == 32 && report.summed == 1)
      #expect(sites["A"]?[2].prefix(5).map { $0.isNaN ? -1 : $0 } == [36, 36, 36, 36, -1])
      var lines = text.split(separator: "\n")
      let heading = lines.removeFirst()
      let turned = lines.indices.sorted { ($0 % 4, $0) < ($1 % 4, $1) }.map { lines[$0] }
      let shuffled = try write(
        ([heading] + turned).joined(separator: "\n"), to: folder + "/shuffled.csv")
      #expect(try read(shuffled) { $0.order = .time }.sites["A"]?[2].first == 36)
    }
  }

  @Test func `a lone number of a meter is still the site`() throws {
    try inTemporaryFolder { folder in
      let file = try write(
        "电表编号,时间,功率\nA,2018-11-01T00:00+08:00,1\n", to: folder + "/meter.csv")
      #expect(try read(file).sites.keys.sorted() == ["A"])
    }
  }
}
