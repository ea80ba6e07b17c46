/// Draws that succeed 15 times in 16, sixteen from each word of the generator.
struct Chance {
  private var bits: UInt64 = 0
  private var left = 0

  @inline(__always) mutating func isLucky(_ random: inout Xoshiro256) -> Bool {
    if left == 0 {
      bits = random.next()
      left = 16
    }
    let draw = bits & 15
    bits >>= 4
    left -= 1
    return draw != 0
  }
}
