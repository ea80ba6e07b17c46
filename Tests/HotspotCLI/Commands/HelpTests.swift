import Foundation
import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    [], ["demo"], ["init"], ["doctor"], ["import"], ["plan"], ["plan", "round"], ["plan", "day"],
    ["plan", "why"],
    ["route"], ["export"], ["coverage"], ["report"],
    ["convert"], ["join"], ["grid"], ["check-coverage"],
    ["clean-coverage"], ["solve"], ["hotspots"], ["density"], ["cluster"], ["scan"], ["calibrate"],
    ["evaluate"], ["detect"], ["detect", "hot-cells"], ["detect", "alerts"], ["detect", "power"],
    ["problems", "list"], ["problems", "review"], ["problems", "hand-over"],
    ["problems", "letter"], ["problems", "ledger"], ["problems", "record"], ["recheck", "due"],
    ["recheck", "record"],
    ["problems", "check"],
  ])
  func `help shows examples before the options`(command: [String]) throws {
    let run = try Program.run(command + ["--help"])
    #expect(run.status == 0)
    let example = try #require(run.output.range(of: "Example"))
    let options = try #require(run.output.range(of: "OPTIONS:"))
    #expect(example.lowerBound < options.lowerBound)
    let lines = run.output.split(separator: "\n").filter { !$0.hasPrefix("USAGE:") }
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(run.error.isEmpty)
  }

  @Test func `the version is printed`() throws {
    let run = try Program.run("--version")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("hotspot 0."))
  }

  @Test func `an unknown command is a usage error`() throws {
    let run = try Program.run("fly")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("fly"))
  }

  @Test func `a usage error is JSON on request`() throws {
    let run = try Program.run("plan", "day", "2018-11-31", "--json")
    #expect(run.status == 64)
    #expect(try run.errorJSON()["code"] as? Int == 64)
  }
}
