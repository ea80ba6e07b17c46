/// A seeded source of random numbers (SplitMix64).
///
/// Only additions, multiplications and square roots are used, so that the same seed and stream give
/// the same numbers on every machine. Each part of the demo draws from a stream of its own: more
/// draws in one part change nothing in another.
struct DemoRandom: Sendable {
  private var state: UInt64

  /// The stream with the given name and number of the given seed.
  init(seed: UInt64, stream: String, number: Int = 0) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = Self.mixed(Self.mixed(seed) ^ hash &+ UInt64(bitPattern: Int64(number)))
  }

  /// The next 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mixed(state)
  }

  /// A number of 0..<1.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number between two others.
  mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// A whole number of 0..<bound; the bound must be positive.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True with the given chance.
  mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// A number of nearly normal distribution: mean 0, deviation 1, never beyond 3.47.
  mutating func normal() -> Double {
    (unit() + unit() + unit() + unit() - 2) * 3.0.squareRoot()
  }

  /// A whole number near an expectation, which it meets on average.
  mutating func rounded(_ expected: Double) -> Int {
    let whole = expected.rounded(.down)
    return Int(whole) + (chance(expected - whole) ? 1 : 0)
  }

  /// One of several, which must not be empty.
  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }

  /// Puts the elements in random order.
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(index, below(index + 1))
    }
  }

  /// A number of 0..<1 that belongs to a place: no state, any order.
  static func hash(_ seed: UInt64, _ x: Int, _ y: Int) -> Double {
    let place = UInt64(bitPattern: Int64(x)) &* 0x9e37_79b9_7f4a_7c15
    let word = mixed(mixed(seed ^ place) ^ UInt64(bitPattern: Int64(y)) &* 0xc2b2_ae3d_27d4_eb4f)
    return Double(word >> 11) * 0x1p-53
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
