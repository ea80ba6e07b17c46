import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct MeterStreamTests {
  private static let heading = "site_id,circuit,time,energy\n"
  private static let now = Moment(CalendarDate(daysSince1970: 17_900))

  private func options(_ change: (inout ReadingOptions) -> Void = { _ in }) -> ReadingOptions {
    var options = ReadingOptions(now: Self.now, scratch: "/tmp")
    change(&options)
    return options
  }

  /// Rows of some sites in the order of meters.
  private func rows(sites: Int, days: Int = 3) -> [String] {
    var rows: [String] = []
    for site in 0..<sites {
      for circuit in ["main", "生产", "treatment"] {
        for interval in 0..<days * 96 where interval * 31 % 17 > 0 {
          let time = Moment(secondsSince1970: 1_541_001_600 + Int64(interval) * 900)
          rows.append("厂\(site),\(circuit),\(time),\(1 + (site * 7 + interval * 13) % 97).25\n")
        }
      }
    }
    return rows
  }

  /// What a stream hands on, as text that tells all of it.
  private func read(
    _ files: [String], _ options: ReadingOptions, rejects: String? = nil
  ) throws -> (sites: [String: String], report: ReadingReport) {
    var stream = MeterStream(
      files, options: options, settings: PowerSettings(), rejects: ReadingRejectList(path: rejects))
    var sites: [String: String] = [:]
    let report = try stream.forEachSite { site, readings in
      #expect(sites[site] == nil, "\(site) comes twice")
      sites[site] =
        "\(readings.firstDay) " + readings.loads.map { "\($0.map(\.bitPattern))" }.joined()
    }
    #expect(report.read == report.used + report.duplicates + report.rejectedCount)
    return (sites, report)
  }

  @Test func `by meter, by time, in any order and in blocks of any size the sites are the same`()
    throws
  {
    try inTemporaryFolder { folder in
      let rows = rows(sites: 7)
      let file = try write(Self.heading + rows.joined(), to: folder + "/by-meter.csv")
      let expected = try read([file], options { $0.order = .meter })
      #expect(expected.sites.count == 7 && expected.report.rejectedCount == 0)
      #expect(try read([file], options()).report.order == .meter)
      let byTime = rows.sorted { $0.split(separator: ",")[2] < $1.split(separator: ",")[2] }
      let other = try write(Self.heading + byTime.joined(), to: folder + "/by-time.csv")
      let sorted = try read([other], options())
      #expect(sorted.report.order == .time && sorted.report.scratchBytes == 20 * rows.count)
      #expect(sorted.sites == expected.sites)
      for bytes in [100, 333, 4096] {
        let blocks = try read([file], options { $0.blockBytes = bytes })
        #expect(blocks.sites == expected.sites, "blocks of \(bytes)")
      }
      let anyhow = try write(
        Self.heading
          + stride(from: 0, to: rows.count, by: 1).map { rows[$0 * 617 % rows.count] }
          .joined(), to: folder + "/anyhow.csv")
      #expect(try read([anyhow], options()).sites == expected.sites)
    }
  }

  @Test func `rows said twice change nothing`() throws {
    try inTemporaryFolder { folder in
      let rows = rows(sites: 2)
      let once = try write(Self.heading + rows.joined(), to: folder + "/once.csv")
      let twice = try write(
        Self.heading + rows.flatMap { [$0, $0] }.joined(), to: folder + "/twice.csv")
      let (expected, got) = (try read([once], options()), try read([twice], options()))
      #expect(got.sites == expected.sites)
      #expect(got.report.duplicates == rows.count)
    }
  }

  @Test func `each unusable row is counted and listed with its reason, the rest is used`() throws {
    try inTemporaryFolder { folder in
      let text = """
        site_id,circuit,time,energy
        A,main,2018-11-01T00:00:00+08:00,1
        A,main,2018-11-01T00:15:00+08:00,viel
        A,main,2018-11-01T00:30:00,1
        A,main,2018-11-31T00:45:00+08:00,1
        A,main,2018-11-01T01:00:00+08:00,-1
        A,main,2028-11-01T01:15:00+08:00,1
        A,main,2018-11-01T01:30:00+08:00
        ,main,2018-11-01T01:45:00+08:00,1
        A,drain,2018-11-01T02:00:00+08:00,1
        A,main,2018-11-01T02:15:00+08:00,
        A,main,,1
        A,main,2018-11-01T02:30:00+08:00,1e12

        A,main,2018-11-01T00:00:00+08:00,2
        "A","main","2018-11-01T02:45:00+08:00","1"

        """
      let file = try write(text, to: folder + "/bad.csv")
      let list = folder + "/bad.rejects.csv"
      let (sites, report) = try read([file], options(), rejects: list)
      #expect(sites.count == 1 && report.read == 14 && report.used == 2)
      let expected: [ReadingFailure] = [
        .value, .zone, .time, .negative, .future, .fields, .noSite, .circuit, .noValue, .noTime,
        .large, .contradiction,
      ]
      #expect(report.rejected == Dictionary(uniqueKeysWithValues: expected.map { ($0, 1) }))
      let listed = try String(contentsOfFile: list, encoding: .utf8)
      #expect(listed.contains("\(file),3,energy,viel,not a number"))
      #expect(listed.contains("\(file),5,time,2018-11-31T00:45:00+08:00,"))
      #expect(listed.split(separator: "\r\n").count == 13)
    }
  }

  @Test func `a meter in two files is merged by time, and refused where sites must stand together`()
    throws
  {
    try inTemporaryFolder { folder in
      let first = try write(
        Self.heading + "A,main,2018-11-01T00:00:00+08:00,1\n", to: folder + "/1.csv")
      let second = try write(
        Self.heading + "B,main,2018-11-01T00:00:00+08:00,1\nA,main,2018-11-01T00:15:00+08:00,2\n",
        to: folder + "/2.csv")
      let merged = try read([first, second], options())
      #expect(merged.report.order == .time && merged.report.used == 3)
      let list = folder + "/rejects.csv"
      let refused = try read([first, second], options { $0.order = .meter }, rejects: list)
      #expect(refused.report.rejected == [.closed: 1] && refused.report.used == 2)
      let listed = try String(contentsOfFile: list, encoding: .utf8)
      #expect(listed.contains("\(second),3,"))
    }
  }

  @Test func `headings in Chinese, power in watts, ends of intervals and a stated zone`() throws {
    try inTemporaryFolder { folder in
      let text = "户号;回路类型;采集时间;负荷(W)\nA;总表;2018/11/1 0:15;8000\nA;治污;2018/11/1 0:15;500\n"
      let file = try write(text, to: folder + "/zh.csv")
      var stream = MeterStream(
        [file],
        options: options {
          $0.zone = 28_800
          $0.stamp = .end
        }, settings: PowerSettings(), rejects: .counted)
      var loads: [Float] = []
      _ = try stream.forEachSite { _, readings in
        loads = [readings[.main][0], readings[.treatment][0]]
      }
      #expect(loads == [8, 0.5])
    }
  }

  @Test func `a table that is no text goes the same way`() throws {
    try inTemporaryFolder { folder in
      let features = (0..<3).map {
        """
        {"type":"Feature","geometry":null,"properties":{"site_id":"A","time":"2018-11-01T0\($0):00:00+08:00","power":\($0 + 1).5}}
        """
      }.joined(separator: ",")
      let file = try write(
        "{\"type\":\"FeatureCollection\",\"features\":[\(features)]}", to: folder + "/r.geojson")
      let (sites, report) = try read([file], options())
      #expect(sites.count == 1 && report.used == 3, "\(report)")
    }
  }

  @Test(arguments: ["gpkg", "xlsx"])
  func `a GeoPackage and other tables give the same as text`(format: String) throws {
    try inTemporaryFolder { folder in
      let rows = rows(sites: 3, days: 1)
      let text = try write(Self.heading + rows.joined(), to: folder + "/r.csv")
      let table = folder + "/r.\(format)"
      var writer = try VectorWriter(creating: table)
      try writer.createLayer(
        "readings", geometry: .none, crs: nil,
        fields: [
          FieldDefinition("site_id", .text), FieldDefinition("circuit", .text),
          FieldDefinition("time", .text), FieldDefinition("energy", .real),
        ])
      for row in rows {
        let fields = row.dropLast().split(separator: ",").map(String.init)
        try writer.append(
          Feature(values: [
            .text(fields[0]), .text(fields[1]), .text(fields[2]), .real(Double(fields[3]) ?? -1),
          ]), to: "readings")
      }
      try writer.close()
      let (expected, got) = (try read([text], options()), try read([table], options()))
      #expect(got.sites == expected.sites && got.report.used == rows.count)
    }
  }

  @Test func `a missing column is told with what is there`() throws {
    try inTemporaryFolder { folder in
      let file = try write("site_id,power\nA,1\n", to: folder + "/x.csv")
      #expect {
        _ = try read([file], options())
      } throws: { error in
        let error = error as? StoreError
        return error?.code == .badData && error?.expected?.contains("time") == true
      }
    }
  }
}
