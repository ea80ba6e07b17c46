import Testing

@testable import Inspection

@Suite struct TicketsTests {
  /// RFC 4231, test case 2.
  @Test func `HMAC-SHA-256 as published`() {
    let code = HMAC.code(
      of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
    let digits = Array("0123456789abcdef")
    #expect(
      String(code.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test func `numbers are spread over 0 to 1, and others for another round or secret`() {
    let tickets = Tickets(secret: [1, 2, 3], round: 14)
    let numbers = (0..<10_000).map { tickets.number(of: "S-\($0)") }
    #expect(numbers.allSatisfy { $0 > 0 && $0 < 1 })
    // Kolmogorov's distance of so many uniform numbers is below 0.0195 with 99.9 %.
    let distance = numbers.sorted().enumerated().map { rank, number in
      abs(number - (Double(rank) + 0.5) / 10_000)
    }.max()
    #expect((distance ?? 1) < 0.0195)
    #expect(Tickets(secret: [1, 2, 3], round: 15).number(of: "S-1") != numbers[1])
    #expect(Tickets(secret: [1, 2, 4], round: 14).number(of: "S-1") != numbers[1])
  }
}
