import Foundation
import Geo
import Testing

@Suite struct PointTimeTests {
  /// A point a day for 30 days at one place, in several spellings, and two without a day.
  private static var table: String {
    let days = (1...30).map { day in
      let day = day < 10 ? "0\(day)" : "\(day)"
      return ["2018-11-\(day)", "2018/11/\(day) 6:05", "2018年11月\(day)日", "201811\(day)"][
        (Int(day) ?? 0) % 4]
    }
    let rows = (days + ["soon", ""]).map { "450000,4200000,\($0)" }
    return (["x,y,when"] + rows).joined(separator: "\n") + "\n"
  }

  private func account(
    _ table: String, _ arguments: [String]
  ) throws -> [String: Any] {
    var account: [String: Any] = [:]
    try inTemporaryFolder { folder in
      let file = try write(table, to: folder + "/p.csv")
      let run = try Program.run(
        ["density", file, "-o", folder + "/d.tif", "--bandwidth", "900", "--from", "EPSG:32650"]
          + ["--time", "when", "--json", "--report", folder + "/r.txt"] + arguments)
      try #require(run.status == 0, "\(run.error)")
      account = try run.json()
      account["report"] = try String(contentsOfFile: folder + "/r.txt", encoding: .utf8)
    }
    return account
  }

  @Test func `days are read as importers read them, others are told`() throws {
    let found = try account(Self.table, ["--since", "2018-11-11", "--until", "2018-11-20"])
    #expect(found["used"] as? Int == 10)
    #expect(found["other_days"] as? Int == 20)
    #expect(found["undated"] as? Int == 2)
    #expect((found["report"] as? String)?.contains("left out: 2, the first in row 31") == true)
    #expect(found["unit"] as? String == "per km2 per day")
    let given = try account(
      Self.table, ["--since", "2018-11-11", "--until", "2018-11-20", "--days", "5"])
    let (ten, five) = (found["highest"] as? Double ?? 0, given["highest"] as? Double ?? 0)
    #expect(abs(five / ten - 2) < 1e-6)
  }

  @Test func `a steady rate stays, however fast points fade`() throws {
    let window = ["--since", "2018-11-01", "--until", "2018-11-30"]
    let plain = try account(Self.table, window)["highest"] as? Double ?? 0
    for life in ["1", "7", "1000"] {
      let faded = try account(Self.table, window + ["--half-life", life])
      #expect(abs((faded["highest"] as? Double ?? 0) / plain - 1) < 1e-6)
    }
    // Without a window a point of the last day counts one, those before less.
    let open = try account(Self.table, ["--half-life", "1"])
    #expect(open["unit"] as? String == "per km2")
    #expect(open["until"] as? String == "2018-11-30")
    #expect(abs((open["points_on_map"] as? Double ?? 0) - 2) < 0.1)
  }

  @Test func `rows of other days keep their place, without a cluster`() throws {
    try inTemporaryFolder { folder in
      let file = try write(Self.table, to: folder + "/p.csv")
      let run = try Program.run(
        "cluster", file, "-o", folder + "/c.csv", "--eps", "9", "--min-points", "3", "--from",
        "EPSG:32650", "--time", "when", "--until", "2018-11-03")
      #expect(run.status == 0)
      let lines = try String(contentsOfFile: folder + "/c.csv", encoding: .utf8)
        .split(separator: "\n")
      #expect(lines.count == 33)
      #expect(lines[1].hasSuffix(",0,1") && lines[3].hasSuffix(",0,1"))
      #expect(lines[4...].allSatisfy { $0.hasSuffix(",,") })
    }
  }

  @Test func `a denominator of other days is doubtful, unless its time is named`() throws {
    try inTemporaryFolder { folder in
      let file = try write(Self.table, to: folder + "/p.csv")
      for (more, used, doubts) in [([], 32, true), (["--per-time", "when"], 10, false)] {
        let run = try Program.run(
          ["density", file, "-o", folder + "/d.tif", "--bandwidth", "900", "--from", "EPSG:32650"]
            + ["--time", "when", "--since", "2018-11-11", "--until", "2018-11-20", "--per", file]
            + ["--json", "--overwrite"] + more)
        #expect(run.status == 0)
        #expect(try run.json()["per_used"] as? Int == used)
        #expect(run.output.contains("denominator_days") == doubts)
        #expect(try run.json()["unit"] as? String == "ratio")
      }
    }
  }

  @Test func `bad days end with the reason and the next step`() throws {
    try inTemporaryFolder { folder in
      let file = try write(Self.table, to: folder + "/p.csv")
      let undated = try write("x,y,when\n1,1,soon\n", to: folder + "/u.csv")
      for (arguments, status, text) in [
        ([file, "--since", "2018-11-01"], 64, "--time"),
        ([file, "--time", "when"], 64, "--since"),
        ([file, "--time", "then", "--since", "2018-11-01"], 64, "there is no column \"then\""),
        ([file, "--time", "when", "--since", "2019-01-01"], 65, "2018-11-01 – 2018-11-30"),
        ([undated, "--time", "when", "--half-life", "9"], 65, "row 1"),
        ([file, "--time", "when", "--half-life", "0"], 64, "--half-life"),
        ([file, "--time", "when", "--since", "2018-11-31"], 64, "--since"),
      ] {
        let run = try Program.run(
          ["density"] + arguments + ["-o", folder + "/d.tif", "--bandwidth", "900"]
            + ["--from", "EPSG:32650"])
        #expect(run.status == Int32(status), "\(arguments): \(run.error)")
        #expect(run.error.contains(text), "\(arguments): \(run.error)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/d.tif"))
      }
    }
  }
}
