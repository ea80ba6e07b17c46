import Foundation
import Geo
import Testing

/// `hotspot hotspots --population`, and what else the command says of values and places.
@Suite struct RateCommandTests {
  /// Points on a lattice of 7 by 6 with a count and a population, in kilometres.
  private func table(
    _ folder: String, _ row: (Int) -> String = { "\(($0 * 7) % 5),\(100 + $0 * 50)" }
  ) throws -> String {
    let rows = (0..<42).map { "\($0 % 7 * 1000),\($0 / 7 * 1000),\(row($0))\n" }
    return try write("x,y,n,people\n" + rows.joined(), to: folder + "/p.csv")
  }

  private func hotspots(_ input: String, _ output: String, _ options: String...) throws
    -> Program.Run
  {
    try Program.run(
      ["hotspots", input, "-o", output, "--field", "n", "--json", "--overwrite"]
        + ["--from", "EPSG:32650"] + options)
  }

  private func entry(_ topic: String, of run: Program.Run) throws -> String? {
    let record = try #require(try run.json()["record"] as? [[String: Any]])
    return record.first { $0["topic"] as? String == topic }?["en"] as? String
  }

  private func column(_ name: String, of path: String) throws -> [Double] {
    var reader = try VectorReader(path: path)
    let column = try #require(reader.fields.firstIndex { $0.name == name })
    var numbers: [Double] = []
    try reader.forEach { feature in
      if case .real(let number) = feature.values[column] {
        numbers.append(number)
      } else {
        numbers.append(.nan)
      }
    }
    return numbers
  }

  @Test func `a rate is written, steadied and analysed`() throws {
    try inTemporaryFolder { folder in
      let (input, output) = (try table(folder), folder + "/o.gpkg")
      let counts = (0..<42).map { Double(($0 * 7) % 5) }
      let people = (0..<42).map { Double(100 + $0 * 50) }
      let run = try hotspots(input, output, "--population", "people")
      #expect(run.status == 0, "\(run.error)")
      let smoothed = EmpiricalBayes.global(events: counts, population: people)
      #expect(try column("rate", of: output) == zip(counts, people).map { $0 / $1 })
      #expect(try column("rate_smoothed", of: output) == smoothed)
      #expect(try run.json()["rate"] as? String == "eb")
      #expect(try entry("counts", of: run) == nil)
      let raw = try hotspots(input, output)
      #expect(try entry("counts", of: raw)?.contains("--population") == true)
      let moran = try hotspots(input, output, "--population", "people", "--method", "moran")
      #expect(try moran.json()["rate"] as? String == "eb-standardised")
      let standardised = EmpiricalBayes.standardised(events: counts, population: people)
      #expect(try column("rate_std", of: output) == standardised)
      let local = try hotspots(input, output, "--population", "people", "--rate", "eb-local")
      #expect(try entry("local-rate", of: local) != nil)
      let plain = try hotspots(input, output, "--population", "people", "--rate", "raw")
      #expect(try entry("raw-rate", of: plain) != nil)
      let names = try VectorReader(path: output).fields.map(\.name)
      #expect(names.contains("rate") && !names.contains("rate_smoothed"))
    }
  }

  @Test func `populations of zero and none are told apart, negative ones refused`() throws {
    try inTemporaryFolder { folder in
      let output = folder + "/o.gpkg"
      let input = try table(folder) { row in
        row < 3 ? "\(row),0" : row == 3 ? "2," : row == 4 ? ",100" : "\(row % 4),\(row * 10)"
      }
      let run = try hotspots(input, output, "--population", "people")
      #expect(run.status == 0, "\(run.error)")
      #expect(try entry("zero-population", of: run)?.contains("left out: 3") == true)
      #expect(try entry("zero-population", of: run)?.hasSuffix("above 0: 2.") == true)
      #expect(try entry("no-population", of: run)?.hasSuffix("left out: 1.") == true)
      #expect(try entry("missing", of: run)?.hasSuffix("too: 5.") == true)
      let refused = folder + "/no.gpkg"
      for (text, told) in [("-1,100", "count is negative"), ("1,-5", "population is negative")] {
        let bad = try table(folder) { $0 == 5 ? text : "1,100" }
        let run = try Program.run(
          "hotspots", bad, "-o", refused, "--field", "n", "--population", "people")
        #expect(run.status == 65 && run.error.contains("row 6") && run.error.contains(told))
        #expect(!FileManager.default.fileExists(atPath: refused))
      }
      let alone = try Program.run("hotspots", input, "-o", refused, "--field", "n", "--rate", "eb")
      #expect(alone.status == 64 && alone.error.contains("--population"))
    }
  }

  @Test func `the whole layer gets a permutation p by the seed`() throws {
    try inTemporaryFolder { folder in
      let (input, output) = (try table(folder), folder + "/o.gpkg")
      func overall(_ options: String...) throws -> [[String: Any]] {
        let run = try Program.run(
          ["hotspots", input, "-o", output, "--field", "n", "--json", "--overwrite"]
            + ["--from", "EPSG:32650"] + options)
        return try #require(try run.json()["global"] as? [[String: Any]])
      }
      let usual = try overall()
      #expect(usual.map { $0["name"] as? String } == ["Moran I", "general G"])
      for result in usual {
        let two = try #require(result["p_perm"] as? Double)
        let one = try #require(result["p_perm_one"] as? Double)
        #expect(one >= 0.001 && abs(two - min(1, 2 * one)) < 1e-9)
      }
      let more = try overall("--global-permutations", "4999", "--method", "geary")
      #expect(more.map { $0["name"] as? String } == ["Moran I", "Geary C"])
      #expect(
        try overall("--global-permutations", "4999", "--method", "geary")[1]["p_perm"] as? Double
          == more[1]["p_perm"] as? Double)
      #expect(try overall("--permutations", "0")[0]["p_perm"] == nil)
    }
  }

  @Test func `a band below the accuracy of repeated places is told`() throws {
    try inTemporaryFolder { folder in
      // Ten complaints at each of six centres that are 5 km apart.
      let rows = (0..<60).map { "\($0 % 6 * 5000),0,\($0 % 4),9\n" }
      let input = try write("x,y,n,people\n" + rows.joined(), to: folder + "/c.csv")
      let output = folder + "/o.gpkg"
      for weights in ["band:3000", "kernel:3000"] {
        let run = try hotspots(input, output, "--weights", weights)
        #expect(try entry("accuracy", of: run)?.contains("5000 m apart") == true, "\(run.error)")
      }
      let wide = try hotspots(input, output, "--weights", "band:6000")
      #expect(try entry("accuracy", of: wide) == nil)
      #expect(try entry("repeated", of: wide)?.hasPrefix("Only 6 of 60") == true)
    }
  }
}
