/// Reads the numbers of readings, of few digits as a rule.
struct ReadingNumber {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// What a field holds.
  enum Outcome {
    case number(Double)
    case empty
    case none
  }

  private let powers = Self.powers

  /// Reads digits, a point and digits, 15 at most, so that one division rounds correctly; other
  /// spellings by a slower way.
  @inline(__always)
  func read(_ at: UnsafePointer<UInt8>, _ count: Int) -> Outcome {
    var place = 0
    let isNegative = count > 0 && at[0] == 45
    if isNegative { place = 1 }
    let first = place
    var digits: Int64 = 0
    while place < count, at[place] &- 48 < 10 {
      digits = digits &* 10 &+ Int64(at[place] &- 48)
      place &+= 1
    }
    var decimals = 0
    let whole = place &- first
    if place < count, at[place] == 46 {
      place &+= 1
      let start = place
      while place < count, at[place] &- 48 < 10 {
        digits = digits &* 10 &+ Int64(at[place] &- 48)
        place &+= 1
      }
      decimals = place &- start
    }
    guard place == count, whole &+ decimals > 0, whole &+ decimals <= 15 else {
      return slowly(at, count)
    }
    let value = decimals == 0 ? Double(digits) : Double(digits) / powers[decimals]
    return .number(isNegative ? -value : value)
  }

  @inline(never)
  private func slowly(_ at: UnsafePointer<UInt8>, _ count: Int) -> Outcome {
    let text = PlainText.trimmed(
      String(decoding: UnsafeBufferPointer(start: at, count: count), as: UTF8.self))
    if text.isEmpty { return .empty }
    guard let number = try? NumberText(text) else { return .none }
    return .number(number.value)
  }
}
