import Foundation
import Testing

@Suite struct SolveCommandTests {
  private let chao = "n 5\nm 1\ntmax 8\n0 0 0\n1 1 7\n3 0 4\n9 9 100\n4 0 0\n"

  private func planning(_ candidates: String, teams: String? = nil, days: Int = 2) -> String {
    let base = teams ?? #"{"id": "t1", "lon": 115.0, "lat": 38.0}"#
    return """
      {"name": "x", "days": \(days), "max_visits": 2, "service_s": 600, "day_s": 7200,
       "speed_kmh": 45, "detour": 1.3, "teams": [\(base)],
       "townships": [{"id": "A"}, {"id": "B"}],
       "candidates": [\(candidates)]}
      """
  }

  private let sites = """
    {"id": "s1", "lon": 115.0, "lat": 38.01, "town": 0, "prize": 5},
    {"id": "s2", "lon": 115.01, "lat": 38.01, "town": 0, "prize": 9},
    {"id": "s3", "lon": 115.02, "lat": 38.01, "town": 1, "prize": 2}
    """

  @Test func `Chao's text is solved in the numbers of its points`() throws {
    try inTemporaryFolder { folder in
      let input = try write(chao, to: folder + "/p.txt")
      let run = try Program.run("solve", input, "--iterations", "200")
      #expect(run.status == 0)
      let solution = try run.json()
      #expect(solution["prize"] as? Int == 11)
      #expect(solution["bound"] as? Int ?? 0 >= 11)
      #expect(solution["iterations"] as? Int == 200)
      let routes = try #require(solution["routes"] as? [[String: Any]])
      #expect(routes.count == 1 && routes[0]["stops"] as? [Int] == [1, 2])
      #expect(routes[0]["team"] as? Int == 0 && routes[0]["day"] as? Int == 0)
    }
  }

  @Test func `a tour as long as tmax to the last bit is taken`() throws {
    try inTemporaryFolder { folder in
      let text = "n 3\nm 1\ntmax 1.4142135623730951\n0 0 0\n0.5 0.5 3\n1 1 0\n"
      let input = try write(text, to: folder + "/p.txt")
      let solution = try Program.run("solve", input, "--iterations", "10").json()
      #expect(solution["prize"] as? Int == 3)
    }
  }

  @Test func `each township comes first and is told when it cannot be`() throws {
    try inTemporaryFolder { folder in
      let input = try write(planning(sites, days: 1), to: folder + "/p.json")
      let solution = try Program.run("solve", input, "--iterations", "200").json()
      #expect(solution["prize"] as? Int == 11 && solution["covered"] as? Int == 2)
      let far = #", {"id": "s4", "lon": 119.0, "lat": 38.0, "town": 1, "prize": 99}"#
      let only = sites.split(separator: "\n").prefix(2).joined(separator: "\n").dropLast() + far
      let other = try write(planning(String(only)), to: folder + "/far.json")
      let run = try Program.run("solve", other, "--iterations", "200")
      let rest = try run.json()
      #expect(rest["uncovered"] as? [Int] == [1])
      #expect(run.error.contains("out of reach") && run.error.contains("B"))
    }
  }

  @Test func `the same seed gives the same bytes for any number of threads`() throws {
    try inTemporaryFolder { folder in
      var points = "n 16\nm 2\ntmax 30\n0 0 0\n"
      for i in 1...14 { points += "\(i * 37 % 23) \(i * 53 % 29) \(1 + i % 9)\n" }
      let input = try write(points + "10 10 0\n", to: folder + "/p.txt")
      let texts = try [1, 2, 5].map { threads in
        let file = folder + "/out\(threads).json"
        let run = try Program.run(
          "solve", input, "-o", file, "--iterations", "52000", "--threads", "\(threads)",
          "--seed", "5")
        #expect(run.status == 0)
        return try String(contentsOfFile: file, encoding: .utf8)
      }
      #expect(Set(texts).count == 1)
      #expect(texts[0].contains("\"iterations\": 52000"))
    }
  }

  @Test func `processor seconds end the search and are told`() throws {
    try inTemporaryFolder { folder in
      let input = try write(chao, to: folder + "/p.txt")
      let solution = try Program.run("solve", input, "--seconds", "0.2").json()
      let seconds = try #require(solution["seconds"] as? Double)
      #expect(seconds > 0.01 && seconds < 1)
      #expect(solution["prize"] as? Int == 11)
    }
  }

  @Test func `odd values are planned around and told`() throws {
    try inTemporaryFolder { folder in
      let bad = #"{"id": "s1", "lon": 115, "lat": 38, "town": 0, "prize": -5}"#
      let input = try write(planning(bad), to: folder + "/negative.json")
      let run = try Program.run("solve", input, "--iterations", "10")
      #expect(run.status == 0 && run.error.contains("negative prize"))
      #expect(try run.json()["prize"] as? Int == -5)
      let teams = #"{"id": "t1", "lon": 115, "lat": 38}, {"id": "t2", "lon": null, "lat": null}"#
      let baseless = try write(planning(sites, teams: teams), to: folder + "/baseless.json")
      let other = try Program.run("solve", baseless, "--iterations", "10")
      #expect(other.status == 0 && other.error.contains("t2 has no base"))
      let short = chao.replacingOccurrences(of: "tmax 8", with: "tmax 3")
      let file = try write(short, to: folder + "/short.txt")
      let none = try Program.run("solve", file, "--iterations", "10")
      #expect(none.status == 0 && none.error.contains("too short"))
      #expect(try none.json()["prize"] as? Int == 0)
    }
  }

  @Test func `a file that cannot be right is refused with its place`() throws {
    try inTemporaryFolder { folder in
      let twice = #"{"id": "s1", "lon": 115, "lat": 38, "town": 1, "prize": 1}"#
      let cases: [(String, String)] = [
        (chao.replacingOccurrences(of: "n 5", with: "n 7"), "5 points after n 7"),
        (chao.replacingOccurrences(of: "m 1", with: "m many"), "line 2"),
        (chao.replacingOccurrences(of: "3 0 4", with: "3 nan 4"), "line 6"),
        (chao.replacingOccurrences(of: "3 0 4", with: "3 0"), "line 6"),
        (chao.replacingOccurrences(of: "tmax 8", with: "tmax -8"), "tmax is -8"),
        ("", "the file ends"),
        (planning(sites + "," + twice), "row 4"),
        (planning(twice.replacingOccurrences(of: #""town": 1"#, with: #""town": 2"#)), "town is 2"),
        (planning(twice.replacingOccurrences(of: "115", with: "NaN")), "not valid JSON"),
        (planning(twice.replacingOccurrences(of: "115", with: "215")), "215"),
        (planning(twice.replacingOccurrences(of: #""prize": 1"#, with: #""prise": 1"#)), "prize"),
        (planning(twice).replacingOccurrences(of: "days\": 2", with: "days\": -2"), "-2"),
        (planning(twice).replacingOccurrences(of: ": 45", with: ": 0"), "speed_kmh is 0"),
      ]
      for (index, (text, expected)) in cases.enumerated() {
        let input = try write(text, to: folder + "/bad\(index)")
        let run = try Program.run("solve", input, "-o", folder + "/out.json", "--iterations", "10")
        #expect(run.status == 65, "\(expected): \(run.error)")
        #expect(run.error.contains(expected) && run.error.contains("bad\(index)"), "\(run.error)")
        #expect(!FileManager.default.fileExists(atPath: folder + "/out.json"))
      }
    }
  }

  @Test func `an output that is there is kept`() throws {
    try inTemporaryFolder { folder in
      let input = try write(chao, to: folder + "/p.txt")
      let output = try write("mine", to: folder + "/out.json")
      #expect(try Program.run("solve", input, "-o", output).status == 73)
      #expect(try String(contentsOfFile: output, encoding: .utf8) == "mine")
      let run = try Program.run("solve", input, "-o", output, "--overwrite", "--iterations", "5")
      #expect(run.status == 0)
    }
  }
}
