import Foundation
import Testing

/// A round of one county, sealed, planned, opened and checked, by the program itself.
@Suite struct AuditCommandTests {
  private func run(_ folder: String, _ arguments: String...) throws -> Program.Run {
    try Program.run(
      arguments + ["-w", folder + "/w"], environment: ["HOTSPOT_KEYS": folder + "/keys"])
  }

  /// Two townships with thirty sites each and two teams.
  private func prepare(_ folder: String) throws {
    func feature(_ properties: String, _ west: Double, _ east: Double) -> String {
      let ring = "[[[\(west),38],[\(east),38],[\(east),38.1],[\(west),38.1],[\(west),38]]]"
      return #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Polygon","#
        + #""coordinates":\#(ring)}}"#
    }
    func layer(_ features: String...) -> String {
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }
    let county = layer(feature(#""code":"130102","name":"长安区""#, 114.5, 114.7))
    let town = #""county_code":"130102""#
    let towns = layer(
      feature(#""code":"130102001","name":"镇1",\#(town)"#, 114.5, 114.6),
      feature(#""code":"130102002","name":"镇2",\#(town)"#, 114.6, 114.7))
    var sites = "id,name,lon,lat\n"
    for number in 0..<60 {
      sites += "s\(number),厂\(number),114.\(505 + 3 * number),38.0\(20 + number % 60)\n"
    }
    let teams = "id,name,city_code,lon,lat\nt1,一组,130100,114.55,38.05\nt2,二组,130100,114.65,38.05\n"
    #expect(try Program.run("init", folder + "/w").status == 0)
    for (kind, path) in [
      ("counties", try write(county, to: folder + "/c.geojson")),
      ("townships", try write(towns, to: folder + "/t.geojson")),
      ("sites", try write(sites, to: folder + "/s.csv")),
      ("teams", try write(teams, to: folder + "/g.csv")),
    ] {
      let run = try run(folder, "import", kind, path, "--known-at", "2018-06-01")
      #expect(run.status == 0, "\(run.error)")
    }
  }

  @Test func `a sealed round is planned, opened and checked by an outsider`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
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

  @Test func `imports are in the record with the hash of their file`() throws {
    try inTemporaryFolder { folder in
      try prepare(folder)
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
