/// A hash of the readings that anomalies follow from, the same whatever order they came in.
///
/// Words are multiplied in 128 bits and folded, as in wyhash; it tells inputs apart and withstands no
/// adversary.
struct ReadingDigest {
  private(set) var value: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Adds a word.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    value = product.high ^ product.low ^ 0xe703_7ed1_a0b4_28db
  }

  /// Adds loads, two a word; every "not measured" is the same.
  mutating func add(_ loads: [Float]) {
    loads.withUnsafeBufferPointer { loads in
      var index = 0
      while index + 1 < loads.count {
        add(Self.word(loads[index]) << 32 | Self.word(loads[index + 1]))
        index += 2
      }
      if index < loads.count { add(Self.word(loads[index])) }
      add(UInt64(loads.count))
    }
  }

  @inline(__always)
  private static func word(_ load: Float) -> UInt64 {
    load == load ? UInt64(load.bitPattern) : 0x7FC0_0000
  }
}
