import Foundation
import Testing

/// Plans that lie sealed until their release, by the program itself.
@Suite struct SecrecyTests {
  private static let note = "举报标记七七"

  private func run(
    _ folder: String, _ arguments: String..., at now: String = "2018-12-23T18:00",
    keys: String = "keys"
  ) throws -> Program.Run {
    try Program.run(
      arguments + ["-w", folder + "/w"],
      environment: [
        "HOTSPOT_KEYS": folder + "/" + keys, "HOTSPOT_RELEASE": "06:00", "HOTSPOT_NOW": now,
        "HOTSPOT_SEED": "8123456789012345",
      ])
  }

  /// A small campaign with a sealed round and a sealed day; gives back what was said on the way.
  @discardableResult
  private func prepare(_ folder: String) throws -> String {
    try SmallCampaign.prepare(folder)
    let round = try run(folder, "plan", "round", "14", "--as-of", "2018-12-23T18:00")
    let day = try run(
      folder, "plan", "day", "2018-12-24", "--as-of", "2018-12-23T19:00", "--task",
      "s7:\(Self.note)", "--lost", "t2", "--report", folder + "/report.txt", "-v")
    for run in [round, day] { #expect(run.status == 0, "\(run.error)") }
    let report = try String(contentsOfFile: folder + "/report.txt", encoding: .utf8)
    return [round.output, round.error, day.output, day.error, report].joined()
  }

  /// Every file of the workspace with its bytes.
  private func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder + "/w") {
      files[name] = FileManager.default.contents(atPath: "\(folder)/w/\(name)")
    }
    return files
  }

  @Test func `neither a file nor a message tells of a sealed plan`() throws {
    try inTemporaryFolder { folder in
      let said = try prepare(folder)
      let plain = try files(folder)
      #expect(
        plain.keys.filter { $0.hasPrefix("plans/") }.sorted() == [
          "plans/2018-12-24-rest.sealed", "plans/2018-12-24.sealed", "plans/round-14.sealed",
        ])
      // Released, the plan shows which words only it has.
      let released = try run(folder, "plan", "release", at: "2019-02-01T00:00")
      #expect(released.status == 0, "\(released.error)")
      var words: Set<String> = [Self.note, "manual", "/14-2018-12-2", "2018-12-24T08:"]
      let targets = try String(
        contentsOfFile: folder + "/w/plans/round-14/targets.csv", encoding: .utf8)
      let lines = targets.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      for fields in lines.dropFirst() {
        // Team and site together, arrivals and reasons; the sites alone stand in their table.
        words.insert("\(fields[0]),\(fields[1])")
        if fields[5].contains(":") { words.insert(fields[5]) }
        for field in fields where field.contains("+08:00") { words.insert(field) }
      }
      #expect(words.count > 20)
      for word in words {
        #expect(!said.contains(word), "\(word) was said")
        for (name, bytes) in plain where name != "hotspot.yaml" {
          #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) is in \(name)")
        }
      }
      for site in (0..<60).map({ "厂\($0)" }) { #expect(!said.contains(site)) }
      let shown = try files(folder)
      #expect(shown.keys.contains("plans/2018-12-24/routes/t1.geojson"))
      #expect(!shown.keys.contains { $0.hasSuffix(".sealed") })
      let record = shown["plans/2018-12-24-rest/plan.json"] ?? Data()
      #expect(record.range(of: Data(Self.note.utf8)) != nil)
    }
  }

  @Test func `lists are refused before their release and read after it`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let before = "2018-12-24T05:59"
      for command in [["export"], ["route", "--team", "t1"]] {
        let arguments = [command[0], "2018-12-24"] + command.dropFirst() + ["-w", folder + "/w"]
        func ask(_ now: String) throws -> Program.Run {
          try Program.run(
            arguments,
            environment: ["HOTSPOT_KEYS": folder + "/keys", "HOTSPOT_NOW": now])
        }
        let refused = try ask(before)
        #expect(refused.status == 77 && refused.output.isEmpty)
        #expect(refused.error.contains("released at 2018-12-24T06:00:00+08:00"))
        let read = try ask("2018-12-24T06:00")
        #expect(read.status == 0 && read.output.contains("t1"), "\(read.error)")
      }
      let diff = try run(folder, "plan", "diff", "round-14", "plans/2018-12-24", at: before)
      #expect(diff.status == 66)
      let path = folder + "/w/plans/2018-12-24"
      let counted = try run(folder, "plan", "diff", "round-14", path, at: before)
      #expect(counted.status == 0 && !counted.output.contains("厂"), "\(counted.error)")
      #expect(counted.output.contains("kept"))
      let named = try run(folder, "plan", "diff", "round-14", path, at: "2019-02-01T00:00")
      #expect(named.output.contains("厂"))
    }
  }

  @Test func `days are released one by one, and a plan starts from sealed ones`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let early = try run(folder, "plan", "release", "2018-12-24", at: "2018-12-24T05:00")
      #expect(early.status == 77)
      let due = try run(folder, "plan", "release", "--json", at: "2018-12-25T06:00")
      let days = try #require(try due.json()["days"] as? [[String: Any]])
      // Of the round's plan and of the day's plan, of two days.
      #expect(days.count == 4)
      #expect(try due.json()["folders"] as? [String] == [folder + "/w/plans/2018-12-24"])
      let next = try run(
        folder, "plan", "day", "2018-12-26", "--as-of", "2018-12-25T20:00",
        at: "2018-12-25T20:00")
      #expect(next.status == 0 && next.error.contains("started from plan"), "\(next.error)")
      let again = try run(folder, "plan", "release", "2018-12-24", at: "2018-12-25T06:00")
      #expect(again.status == 66 && again.error.contains("released already"))
    }
  }

  @Test func `who releases before the time answers for it`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let nameless = try run(folder, "plan", "release", "2018-12-24", "--now")
      #expect(nameless.status == 64)
      let released = try run(
        folder, "plan", "release", "2018-12-24", "--now", "--by", "李华", "--reason", "四点出发")
      #expect(released.status == 0, "\(released.error)")
      let note = try String(contentsOfFile: folder + "/w/audit/record.jsonl", encoding: .utf8)
      #expect(note.contains("李华") && note.contains("四点出发") && note.contains("2018-12-24"))
      let check = try run(folder, "audit", "verify")
      #expect(check.status == 0 && check.output.contains("李华"), "\(check.output)")
      #expect(try run(folder, "export", "2018-12-24").status == 0)
      #expect(try run(folder, "export", "2018-12-25").status != 0)
    }
  }

  @Test func `without the key nothing is read at any time`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let late = "2019-02-01T00:00"
      for arguments in [["export", "2018-12-24"], ["plan", "release"], ["plan", "round", "15"]] {
        let run = try Program.run(
          arguments + ["-w", folder + "/w"],
          environment: [
            "HOTSPOT_KEYS": folder + "/none", "HOTSPOT_NOW": late, "HOTSPOT_RELEASE": "06:00",
          ])
        #expect(run.status == 66 && run.error.contains("plans.key"), "\(run.error)")
        #expect(run.output.isEmpty)
      }
    }
  }

  @Test func `a message about a secret task does not repeat it`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
      let wrong = try run(
        folder, "plan", "day", "2018-12-25", "--as-of", "2018-12-24T20:00", "--task",
        "nowhere:\(Self.note)", at: "2018-12-24T20:00")
      #expect(wrong.status == 64 && wrong.error.contains("names no site"))
      #expect(!wrong.error.contains(Self.note) && !wrong.error.contains("nowhere"))
    }
  }
}
