import Testing

@testable import HotspotServer

@Suite struct RateLimitTests {
  private let second = 1_000_000_000

  @Test func `as many at once as the burst, then as many as the rate`() {
    let limit = RateLimit(perSecond: 10, burst: 5)
    #expect((0..<8).count(where: { _ in limit.admits("a", now: second) }) == 5)
    #expect((0..<8).count(where: { _ in limit.admits("a", now: second * 13 / 10) }) == 3)
    #expect((0..<80).count(where: { _ in limit.admits("a", now: second * 100) }) == 5)
  }

  @Test func `one bucket serves all whom chance puts there`() {
    let limit = RateLimit(perSecond: 1, burst: 1, buckets: 1)
    #expect(limit.admits("a", now: 0))
    #expect(!limit.admits("b", now: 0))
  }
}
