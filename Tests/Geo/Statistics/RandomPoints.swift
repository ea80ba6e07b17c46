import Foundation

/// Points by a seed, the same on every machine.
struct RandomPoints {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// From 0 to below 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number from 0 to below a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Normally distributed around 0.
  mutating func normal() -> Double {
    (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform())
  }

  /// Points around some centres in a box of 1000 by 1000, every tenth anywhere.
  mutating func clustered(
    count: Int, clusters: Int, spread: Double
  ) -> (xs: [Double], ys: [Double]) {
    let centres = (0..<clusters).map { _ in (1000 * uniform(), 1000 * uniform()) }
    var (xs, ys) = ([Double](), [Double]())
    for place in 0..<count {
      let centre = centres[place % clusters]
      let isAnywhere = place % 10 == 0
      xs.append(isAnywhere ? 1000 * uniform() : centre.0 + spread * normal())
      ys.append(isAnywhere ? 1000 * uniform() : centre.1 + spread * normal())
    }
    return (xs, ys)
  }
}
