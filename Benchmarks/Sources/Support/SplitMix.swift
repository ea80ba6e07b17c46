/// Numbers from a seed (Steele, Lea and Flood's SplitMix64).
package struct SplitMix {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// The next number from `low` up to but without `low + width`.
  package mutating func uniform(_ low: Double, _ width: Double) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return low + Double((bits ^ bits >> 31) >> 11) * 0x1p-53 * width
  }
}
