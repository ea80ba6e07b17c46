import ArgumentParser
import Geo
import Inspection
import Publishing
import Store
import Testing

@testable import Terminal

@Suite struct CommandFailureTests {
  /// Any root command: it tells errors of the parser apart.
  struct Root: ParsableCommand {}

  @Test func `an error of the store keeps its code, place and next step`() throws {
    let error = StoreError(
      .badData, "not a longitude", file: "a.csv", row: 12, found: "abc", nextStep: "Correct it.")
    let failure = try #require(CommandFailure(error, of: Root.self))
    #expect(failure.status == .badData)
    #expect(failure.row == 12)
    #expect(failure.sentence == "a.csv, row 12: not a longitude (found \"abc\"). Correct it.")
    #expect(failure.json.compact.contains(#""file":"a.csv","row":12,"hint":"Correct it.""#))
  }

  @Test(arguments: [
    (GDALError.Code.notFound, SysExit.inputMissing), (.unreadable, .badData),
    (.diskFull, .inputOutput), (.busy, .busy), (.alreadyExists, .cannotCreate),
  ])
  func `an error of GDAL has the exit code of its family`(
    code: GDALError.Code, status: SysExit
  ) throws {
    let failure = try #require(CommandFailure(GDALError(code, "no", path: "x.shp"), of: Root.self))
    #expect(failure.status == status)
    #expect(failure.file == "x.shp")
  }

  @Test func `an error of the planner says what to import`() throws {
    let failure = try #require(CommandFailure(PlanError.noTeams, of: Root.self))
    #expect(failure.status == .badData)
    #expect(failure.sentence.contains("hotspot import teams"))
    #expect(CommandFailure(PlanError.unknownRound(99), of: Root.self)?.status == .badData)
  }

  @Test func `what nobody foresaw is our fault`() throws {
    struct Odd: Error {}
    #expect(CommandFailure(Odd(), of: Root.self)?.status == .software)
  }
}
