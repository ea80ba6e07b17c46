/// Random numbers of one permutation: a stream for each seed and number, so that it does not matter
/// which thread draws which permutation.
///
/// Source: SplitMix64, S. Vigna, https://prng.di.unimi.it/splitmix64.c (public domain); the stream
/// starts at a mix of seed and number.
struct PermutationRandom {
  private var state: UInt64

  init(seed: UInt64, stream: Int) {
    let number = UInt64(truncatingIfNeeded: stream)
    state = Self.mix(seed &+ Self.mix(number &+ 0x9E37_79B9_7F4A_7C15))
  }

  @inline(__always)
  private static func mix(_ bits: UInt64) -> UInt64 {
    var z = bits
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number below a bound of at most 2^32, each equally likely (Lemire 2019).
  @inline(__always)
  mutating func below(_ bound: UInt32) -> UInt32 {
    var product = UInt64(draw()) &* UInt64(bound)
    if UInt32(truncatingIfNeeded: product) < bound {
      let threshold = (0 &- bound) % bound
      while UInt32(truncatingIfNeeded: product) < threshold {
        product = UInt64(draw()) &* UInt64(bound)
      }
    }
    return UInt32(truncatingIfNeeded: product >> 32)
  }

  /// A number from 0 to below 1, in steps of 2^-32.
  @inline(__always)
  mutating func unit() -> Double { Double(draw()) * 0x1p-32 }

  /// 32 bits, each value equally likely.
  @inline(__always)
  mutating func bits() -> UInt32 { draw() }

  @inline(__always)
  private mutating func draw() -> UInt32 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: Self.mix(state) >> 32)
  }
}
