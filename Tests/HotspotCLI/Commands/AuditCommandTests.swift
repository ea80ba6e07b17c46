import Foundation
import Testing

/// A round of one county, sealed, planned, opened and checked, by the program itself.
@Suite struct AuditCommandTests {
  private func run(_ folder: String, _ arguments: String...) throws -> Program.Run {
    try Program.run(
      arguments + ["-w", folder + "/w"], environment: ["HOTSPOT_KEYS": folder + "/keys"])
  }

  /// The same with plans that are released at six in the morning of their day.
  private func secretly(
    _ folder: String, at now: String, _ arguments: [String]
  ) throws -> Program.Run {
    try Program.run(
      arguments + ["-w", folder + "/w"],
      environment: [
        "HOTSPOT_KEYS": folder + "/keys", "HOTSPOT_RELEASE": "06:00", "HOTSPOT_NOW": now,
      ])
  }

  @Test func `a sealed round is planned, opened and checked by an outsider`() throws {
    try inTemporaryFolder { folder in
      try SmallCampaign.prepare(folder)
      let seal = try run(folder, "audit", "seal", "--round", "14", "--as-of", "2018-12-22T18:00")
      #expect(seal.status == 0, "\(seal.error)")
      let hash = seal.output.filter { !$0.isWhitespace }
      #expect(hash.count == 64)
      #expect(try run(folder, "audit", "seal", "--round", "14").status == 64)
      let round = try run(folder, "plan", "round", "14", "--as-of", "2018-12-23T18:00")
      #expect(round.status == 0 && round.error.contains("in the record as"), "\(round.error)")
      #expect(
        try run(folder, "plan", "round", "14", "--as-of", "2018-12-23T18:00", "--seed", "3").status
          == 64)
      try changeByHand(folder)
      let check = try run(folder, "audit", "verify", "--all", "--head", seal.output)
      #expect(check.status == 0, "\(check.error)\(check.output)")
      #expect(check.output.components(separatedBy: "identical").count == 3)
      #expect(check.output.contains("changes by hand: 1") && check.output.contains("车坏了"))

      #expect(
        try run(folder, "audit", "reveal", "--round", "14", "--as-of", "2018-12-30").status == 64)
      let away = folder + "/away"
      let reveal = try run(folder, "audit", "reveal", "--round", "14", "-o", away)
      #expect(reveal.status == 0, "\(reveal.error)")
      let outside = try Program.run(
        "audit", "verify", "2018-12-25", "-w", away, "--head", hash, "--json")
      #expect(outside.status == 0, "\(outside.error)")
      #expect(try outside.json()["sound"] as? Bool == true)
      let list = away + "/plans/2018-12-25/targets.csv"
      _ = try write(try String(contentsOfFile: list, encoding: .utf8) + "x", to: list)
      let forged = try Program.run("audit", "verify", "-w", away)
      #expect(
        forged.status == 65 && forged.output.contains("changed: plans/2018-12-25/targets.csv"))
    }
  }

  private func changeByHand(_ folder: String) throws {
    let day = ["plan", "day", "2018-12-25", "--as-of", "2018-12-24T20:00", "--out", "t2"]
    func plan(_ more: String...) throws -> Program.Run {
      try Program.run(
        day + more + ["-w", folder + "/w"], environment: ["HOTSPOT_KEYS": folder + "/keys"])
    }
    let unsigned = try plan()
    #expect(unsigned.status == 64 && unsigned.error.contains("--by NAME --reason TEXT"))
    let unknown = try plan("--by", "王强", "--reason", "车坏了")
    #expect(unknown.status == 66 && unknown.error.contains("hotspot audit signer"))
    #expect(try run(folder, "audit", "signer", "王强").output.count == 65)
    let signed = try plan("--by", "王强", "--reason", "车坏了")
    #expect(signed.status == 0, "\(signed.error)")
  }

  @Test func `a sealed round whose plans are secret is checked before and after their release`()
    throws
  {
    try inTemporaryFolder { folder in
      try SmallCampaign.prepare(folder)
      func secret(_ now: String, _ arguments: String...) throws -> Program.Run {
        try secretly(folder, at: now, arguments)
      }
      let evening = "2018-12-24T20:00"
      for arguments in [
        ["audit", "seal", "--round", "14", "--as-of", "2018-12-22T18:00"],
        ["audit", "signer", "王强"], ["plan", "round", "14", "--as-of", "2018-12-23T18:00"],
        [
          "plan", "day", "2018-12-25", "--as-of", evening, "--out", "t2", "--by", "王强", "--reason",
          "车坏了",
        ],
      ] {
        let run = try secretly(folder, at: evening, arguments)
        #expect(run.status == 0, "\(run.error)")
      }
      let before = try secret(evening, "audit", "verify", "--all")
      #expect(before.status == 0, "\(before.output)")
      #expect(before.output.contains("plans/2018-12-25 is not released"))
      #expect(before.output.components(separatedBy: "identical").count == 3)
      let why = try secret(evening, "plan", "why", "2018-12-25", "t1", "1")
      #expect(why.status == 77 && !why.error.contains("厂"), "\(why.error)")
      let later = "2019-02-03T00:00"
      #expect(try secret(later, "plan", "release").status == 0)
      let after = try secret(later, "audit", "verify", "--all")
      #expect(after.status == 0 && !after.output.contains("not released"), "\(after.output)")
      #expect(try secret(later, "plan", "why", "2018-12-25", "t1", "1").status == 0)
      let away = folder + "/away"
      #expect(try secret(later, "audit", "reveal", "--round", "14", "-o", away).status == 0)
      let outside = try Program.run("audit", "verify", "--all", "-w", away)
      #expect(outside.output.components(separatedBy: "identical").count == 3, "\(outside.output)")
    }
  }

  @Test func `imports are in the record with the hash of their file`() throws {
    try inTemporaryFolder { folder in
      try SmallCampaign.prepare(folder)
      let record = try String(contentsOfFile: folder + "/w/audit/record.jsonl", encoding: .utf8)
      #expect(record.split(separator: "\n").count == 4)
      #expect(record.contains(#""file":"s.csv""#) && record.contains(#""accepted":60"#))
      let check = try run(folder, "audit", "verify")
      #expect(check.status == 0 && check.output.contains("record: 4 lines"))
    }
  }

  @Test func `without a record there is nothing to check`() throws {
    try inTemporaryFolder { folder in
      let run = try Program.run("audit", "verify", "-w", folder)
      #expect(run.status == 66 && run.error.contains("audit seal"))
    }
  }
}
