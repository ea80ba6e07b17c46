import ArgumentParser
import Testing

@testable import HotspotServer

@Suite struct ServerProgramTests {
  @Test func `a port is a number`() {
    #expect(throws: (any Error).self) { try ServerProgram.parseAsRoot(["serve", "--port", "x"]) }
    #expect(throws: Never.self) { try ServerProgram.parseAsRoot(["serve", "--port", "0"]) }
  }
}
