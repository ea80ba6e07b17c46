import Testing

@testable import Inspection

@Suite struct RoundSecretTests {
  /// `printf 'hotspot secret 1\nabc' | sha256sum` and
  /// `printf 'hotspot solver 1\n14\n' | openssl dgst -sha256 -hmac abc`.
  @Test func `commitment and solver's seed can be had with other programs`() {
    let secret = RoundSecret(bytes: Array("abc".utf8))
    #expect(secret.commitment == "f54321dc0bf8b107f6affea3f5571c1b43731980ac7349fb10ee23b704ecf4c1")
    #expect(String(secret.solverSeed(round: 14), radix: 16) == "96f0a55474e027a8")
  }

  @Test func `a seed stands for a secret of its own`() {
    #expect(RoundSecret(seed: 1).bytes.count == 32)
    #expect(RoundSecret(seed: 1) != RoundSecret(seed: 2))
    #expect(RoundSecret(seed: 1).solverSeed(round: 1) != RoundSecret(seed: 1).solverSeed(round: 2))
  }
}
