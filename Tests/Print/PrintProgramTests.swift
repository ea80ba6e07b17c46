import ArgumentParser
import Testing

@testable import Print

@Suite struct PrintProgramTests {
  @Test func `a sheet is of a day`() {
    #expect(throws: (any Error).self) { try PrintProgram.parseAsRoot(["sheet", "31 November"]) }
    #expect(throws: Never.self) { try PrintProgram.parseAsRoot(["sheet", "2018-12-24"]) }
  }
}
