import Terminal
import Testing

@testable import Print

@Suite struct QRCodeTests {
  @Test func `a code has the size of its version and its three finders`() throws {
    // 14 bytes fit version 1 with error correction M, 15 do not.
    let code = try QRCode("12345678901234")
    #expect(code.size == 21)
    #expect(try QRCode("123456789012345").size == 25)
    let lines = code.lines(in: PageBox(x: 10, y: 20, width: 42, height: 42))
    // The finders' upper edges: seven modules of two points in the corners.
    let ends = lines.map { [$0.from.x, $0.from.y, $0.to.x, $0.to.y] }
    #expect(ends.first == [10, 21, 24, 21])
    #expect(ends.contains([38, 21, 52, 21]))
    #expect(ends.contains([10, 49, 24, 49]))
    #expect(lines.allSatisfy { $0.to.x <= 52 + 1e-9 && $0.to.y <= 62 })
  }

  @Test func `a text that no code holds is an error`() {
    #expect(throws: CommandFailure.self) {
      try QRCode(String(repeating: "x", count: 2332))
    }
  }
}
