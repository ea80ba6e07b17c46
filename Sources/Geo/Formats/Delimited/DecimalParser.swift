import Glibc

/// Reads numbers in decimal notation, each rounded to the nearest double.
///
/// Most coordinates are written with 16 or 17 digits, more than a double holds exactly, so digits are
/// gathered in a 64-bit integer and divided by a power of ten in 128 bits: exact, and free of tables.
struct DecimalParser {
  /// More digits than this overflow a 64-bit integer.
  static let maxDigits = 19

  /// 10^k, exact as doubles.
  private let powers: InlineArray<20, Double>
  /// 10^k shifted up until the highest bit is set.
  private let shiftedPowers: InlineArray<20, UInt64>

  init() {
    var powers = InlineArray<20, Double>(repeating: 1)
    var shiftedPowers = InlineArray<20, UInt64>(repeating: 1 << 63)
    var power: UInt64 = 1
    for k in 1..<20 {
      power *= 10
      powers[k] = Double(power)
      shiftedPowers[k] = power << UInt64(power.leadingZeroBitCount)
    }
    self.powers = powers
    self.shiftedPowers = shiftedPowers
  }

  /// The double nearest to `digits` / 10^`decimals`, at most 19 of either.
  @inline(__always)
  func value(digits: UInt64, decimals: Int) -> Double {
    // Both are doubles already, so their quotient is rounded once.
    if digits < 1 << 53 { return Double(Int64(bitPattern: digits)) / powers[decimals] }
    return quotient(digits, decimals)
  }

  @inline(__always)
  private func quotient(_ digits: UInt64, _ decimals: Int) -> Double {
    let shift = digits.leadingZeroBitCount
    let dividend = digits << UInt64(shift)
    let divisor = shiftedPowers[decimals]
    let (quotient, rest) = divisor.dividingFullWidth((dividend >> 1, dividend << 63))
    // 63 or 64 bits of quotient; what is left below them counts only in that there is something.
    let rounded = Double(quotient | (rest == 0 ? 0 : 1))
    // The divisor was shifted by 63 - floor(k log2 10); 13607 / 4096 is log2 10 closely enough here.
    let exponent = shift + ((decimals &* 13_607) >> 12)
    return rounded * Double(bitPattern: UInt64(1023 - exponent) << 52)
  }

  /// The number that a text spells, blanks around it ignored; nil if it is none or not finite.
  func parse(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var text = text[...]
    while let first = text.first, Self.isBlank(first) { text.removeFirst() }
    while let last = text.last, Self.isBlank(last) { text.removeLast() }
    let isPlain = text.allSatisfy { byte in
      (48...57).contains(byte) || [43, 45, 46, 69, 101].contains(byte)
    }
    guard isPlain, !text.isEmpty, text.count < 400 else { return nil }
    var copy = text.map { CChar(bitPattern: $0) }
    copy.append(0)
    return copy.withUnsafeBufferPointer { copy in
      var end: UnsafeMutablePointer<CChar>?
      guard let start = copy.baseAddress else { return nil }
      let value = strtod(start, &end)
      // All of it must have been read.
      return value.isFinite && end.map { $0 - UnsafeMutablePointer(mutating: start) } == text.count
        ? value : nil
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
}
