import Foundation
import Testing

@Suite struct DetectPowerCommandTests {
  /// Invented readings of 30 sites in a folder.
  private func trial(_ folder: String, _ options: String...) throws -> String {
    let path = folder + "/trial" + options.joined()
    let run = try Program.run(
      ["detect", "power-trial", "--sites", "30", "--days", "20", "--write", path] + options)
    #expect(run.status == 0, "\(run.error)")
    return path
  }

  private func detect(_ folder: String, _ more: String...) throws -> Program.Run {
    try Program.run(
      [
        "detect", "power", folder + "/readings.csv", "--ledger", folder + "/ledger.csv", "--orders",
        folder + "/orders.csv",
      ] + more)
  }

  @Test func `by meter, by time and as a stream the anomalies are the same bytes`() throws {
    try inTemporaryFolder { folder in
      let byMeter = try trial(folder)
      let byTime = try trial(folder, "--by-time")
      let first = try detect(byMeter, "-o", folder + "/1.csv", "--json")
      #expect(first.status == 0, "\(first.error)")
      let json = try first.json()
      #expect(json["order"] as? String == "meter" && json["rejected"] as? Int == 0)
      #expect((json["anomalies"] as? Int ?? 0) > 20)
      let second = try detect(byTime, "-o", folder + "/2.csv", "--json")
      #expect(try second.json()["order"] as? String == "time")
      let expected = try String(contentsOfFile: folder + "/1.csv", encoding: .utf8)
      #expect(try String(contentsOfFile: folder + "/2.csv", encoding: .utf8) == expected)
      let piped = try detect(byMeter, "-o", "-")
      #expect(piped.output == expected)
    }
  }

  @Test func `a workspace gets the anomalies, and again the same ones`() throws {
    try inTemporaryFolder { folder in
      let files = try trial(folder)
      _ = try Program.run("init", folder + "/ws")
      let run = try detect(files, "-w", folder + "/ws", "--json")
      #expect(run.status == 0, "\(run.error)")
      let kept = try #require(try run.json()["workspace"] as? [String: Any])
      #expect(kept["new"] as? Int == (try run.json()["anomalies"] as? Int))
      let again = try detect(files, "-w", folder + "/ws", "--json")
      let same = try #require(try again.json()["workspace"] as? [String: Any])
      #expect(same["new"] as? Int == 0 && same["same"] as? Int == kept["new"] as? Int)
    }
  }

  @Test func `a tenth of corrupt lines costs a tenth of lines`() throws {
    try inTemporaryFolder { folder in
      let files = try trial(folder)
      let path = files + "/readings.csv"
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      let broken = lines.enumerated().map { number, line in
        number > 0 && number % 10 == 5 ? String(line.dropLast(line.count / 2)) : String(line)
      }
      _ = try write(broken.joined(separator: "\n"), to: path)
      let run = try detect(files, "-o", folder + "/out.csv", "--json")
      #expect(run.status == 0, "\(run.error)")
      let json = try run.json()
      let (read, used, rejected) = (
        json["read"] as? Int, json["used"] as? Int, json["rejected"] as? Int
      )
      #expect(read == lines.count - 1 && used == lines.count - 1 - (rejected ?? 0))
      #expect(rejected == (lines.count - 1 + 5) / 10)
      let list = try String(contentsOfFile: folder + "/out.rejects.csv", encoding: .utf8)
      #expect(list.split(separator: "\r\n").count == (rejected ?? 0) + 1)
    }
  }

  @Test func `what is wrong is told with the exit code and the next step`() throws {
    try inTemporaryFolder { folder in
      #expect(try Program.run("detect", "power", "x.csv").status == 64)
      #expect(try Program.run("detect", "power", "-", "--stream", "-o", "x.csv").status == 64)
      #expect(
        try Program.run("detect", "power", "x.csv", "-o", "-", "--zone", "Beijing").status == 64)
      let missing = try Program.run(
        "detect", "power", folder + "/none.csv", "-o", folder + "/o.csv")
      #expect(missing.status == 66)
      let zone = try write(
        "site_id,time,energy\nA,2018-11-01T00:00,1\n", to: folder + "/zone.csv")
      let local = try Program.run("detect", "power", zone, "-o", folder + "/o.csv")
      #expect(local.status == 65 && local.error.contains("--zone +08:00"))
      let stated = try Program.run(
        "detect", "power", zone, "-o", folder + "/p.csv", "--zone", "+08:00")
      #expect(stated.status == 0, "\(stated.error)")
      let taken = try Program.run(
        "detect", "power", zone, "-o", folder + "/p.csv", "--zone", "+08:00")
      #expect(taken.status == 73)
    }
  }
}
