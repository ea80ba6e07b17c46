/// Blackman and Vigna's xoshiro256**, the source of every random choice of the solver.
///
/// Source: https://prng.di.unimi.it/xoshiro256starstar.c (public domain).
public struct Xoshiro256: RandomNumberGenerator, Sendable {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  /// Fills the state from a seed by ``SplitMix64``, as its authors advise.
  public init(seed: UInt64) {
    var mix = SplitMix64(seed: seed)
    a = mix.next()
    b = mix.next()
    c = mix.next()
    d = mix.next()
  }

  /// Takes a state of four words, not all zero.
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (a, b, c, d) = state
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    let scrambled = Self.rotate(b &* 5, 7) &* 9
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = Self.rotate(d, 45)
    return scrambled
  }

  /// A number in `0..<bound`, off even by less than one part in 2³² for small bounds.
  @inline(__always) mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  private static func rotate(_ word: UInt64, _ by: UInt64) -> UInt64 {
    (word << by) | (word >> (64 - by))
  }
}
