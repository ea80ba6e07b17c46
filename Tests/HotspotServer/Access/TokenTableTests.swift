import CampaignData
import Testing

@testable import HotspotServer

@Suite struct TokenTableTests {
  private let key = [UInt8](repeating: 7, count: 32)
  private let secret = "hs_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"

  private func table(
    expires: String = "2018-12-30T00:00:00+08:00", revoked: String? = nil
  ) throws -> TokenTable {
    let token = AccessToken(
      name: "office", role: .team, team: "t1", hash: TokenTable.hash(of: secret, key: key),
      createdAt: try #require(Moment("2018-12-01")), expiresAt: try #require(Moment(expires)),
      revokedAt: revoked.flatMap { Moment($0) })
    return TokenTable([token], key: key)
  }

  private func now() throws -> Moment { try #require(Moment("2018-12-24T12:00")) }

  @Test func `a good token tells who shows it`() throws {
    let viewer = try table().viewer(showing: secret, now: now())
    #expect(viewer == Viewer(role: .team, team: "t1", name: "office"))
  }

  @Test func `another lets nobody in`() throws {
    let table = try table()
    let others = [
      "", String(secret.dropLast()), secret + "A", secret.uppercased(),
      TokenTable.hash(of: secret, key: key), String(repeating: "a", count: 5000),
    ]
    for other in others { #expect(try table.viewer(showing: other, now: now()) == nil) }
  }

  @Test func `nor does one expired, revoked, or of another key`() throws {
    #expect(
      try table(expires: "2018-12-24T12:00:00+08:00").viewer(showing: secret, now: now()) == nil)
    #expect(try table(revoked: "2018-12-24").viewer(showing: secret, now: now()) == nil)
    let other = TokenTable(try table().tokens, key: [UInt8](repeating: 8, count: 32))
    #expect(try other.viewer(showing: secret, now: now()) == nil)
    #expect(try TokenTable().viewer(showing: secret, now: now()) == nil)
  }
}
