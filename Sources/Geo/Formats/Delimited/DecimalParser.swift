import Glibc

/// Reads numbers in decimal notation, each rounded to the nearest double.
///
/// Most coordinates are written with 16 or 17 digits, more than a double holds exactly. Digits are
/// gathered in a 64-bit integer, eight at a time, which is multiplied by the reciprocal of a power of
/// ten; where the 64 bits of the product leave the rounding open, one division in 128 bits decides.
struct DecimalParser {
  /// More digits than this overflow a 64-bit integer.
  static let maxDigits = 19

  /// What belongs to a power of ten, 10^k.
  private struct Power: BitwiseCopyable, Sendable {
    var ten: UInt64 = 1
    /// The same as a double, exactly.
    var real = 1.0
    /// 10^k shifted up until the highest bit is set, and 2^127 over that, rounded down.
    var divisor: UInt64 = 1 << 63
    var reciprocal = UInt64.max
  }

  /// Read by address: an array in the value would be copied with each look.
  private let powers: AlignedColumn<Power>
  private let power: UnsafePointer<Power>

  init() {
    powers = AlignedColumn(repeating: Power(), count: 20)
    power = UnsafePointer(powers.base)
    for k in 1..<20 {
      let ten = powers[k - 1].ten * 10
      let divisor = ten << UInt64(ten.leadingZeroBitCount)
      let reciprocal = divisor.dividingFullWidth((.max >> 1, .max)).quotient
      powers[k] = Power(ten: ten, real: Double(ten), divisor: divisor, reciprocal: reciprocal)
    }
  }

  /// Takes a plain number from some text: a sign, digits, a point, digits; NaN if there is none or
  /// if it has more than 19 digits.
  ///
  /// Eight bytes behind it must be readable.
  @inline(__always)
  func takeNumber(_ at: inout UnsafePointer<UInt8>) -> Double {
    let isNegative = at.pointee == 45
    if isNegative { at += 1 }
    let start = at
    var digits: UInt64 = 0
    // Few digits come before the point, many behind it.
    while at.pointee &- 48 < 10 {
      digits = digits &* 10 &+ UInt64(at.pointee &- 48)
      at += 1
    }
    var count = at - start
    var decimals = 0
    if at.pointee == 46 {
      at += 1
      decimals = takeDigits(&at, into: &digits)
      count &+= decimals
    }
    guard UInt(bitPattern: count &- 1) < UInt(Self.maxDigits) else { return .nan }
    let value = value(digits: digits, decimals: decimals)
    return isNegative ? -value : value
  }

  /// Takes the digits at a place in some text, behind those that are there; returns how many.
  @inline(__always)
  private func takeDigits(_ at: inout UnsafePointer<UInt8>, into digits: inout UInt64) -> Int {
    let start = at
    while true {
      let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self).littleEndian
      let values = word ^ 0x3030_3030_3030_3030
      // The first byte over 9 gets its highest bit; what a carry does to later ones is harmless.
      let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
      if others == 0 {
        digits = digits &* 100_000_000 &+ Self.number(values)
        at += 8
        continue
      }
      let bits = others.trailingZeroBitCount & 0x78
      guard bits > 0 else { return at - start }
      let count = bits >> 3
      digits =
        digits &* power[count].ten &+ Self.number(values &<< UInt64(truncatingIfNeeded: 64 &- bits))
      at += count
      return at - start
    }
  }

  /// The number of eight digits, the first in the lowest byte: pairs, fours, then all.
  @inline(__always)
  private static func number(_ values: UInt64) -> UInt64 {
    let pairs = (values &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 6_553_601) >> 16 & 0x0000_FFFF_0000_FFFF
    return (fours &* 42_949_672_960_001) >> 32
  }

  /// The double nearest to `digits` / 10^`decimals`, at most 19 of either.
  @inline(__always)
  func value(digits: UInt64, decimals: Int) -> Double {
    // Both are doubles already, so their quotient is rounded once.
    if digits < 1 << 53 { return Double(Int64(bitPattern: digits)) / power[decimals].real }
    let shift = UInt64(truncatingIfNeeded: digits.leadingZeroBitCount)
    let dividend = digits &<< shift
    // 63 or 64 bits of dividend * 2^63 / divisor, less than 2 too low.
    var quotient = dividend.multipliedFullWidth(by: power[decimals].reciprocal).high
    let half: UInt64 = quotient >> 63 == 0 ? 1 << 9 : 1 << 10
    let below = quotient & (2 &* half &- 1)
    if below &+ 2 >= half, below <= half { quotient = exactQuotient(dividend, decimals) }
    // The last bit counts only in that something is there; a signed number converts faster.
    let rounded = Double(Int64(bitPattern: quotient >> 1 | quotient & 1))
    // The divisor was shifted by 63 - floor(k log2 10); 13607 / 4096 is log2 10 closely enough here.
    let exponent = shift &+ UInt64(truncatingIfNeeded: (decimals &* 13_607) >> 12)
    return rounded * Double(bitPattern: (1024 &- exponent) &<< 52)
  }

  @inline(never)
  private func exactQuotient(_ dividend: UInt64, _ decimals: Int) -> UInt64 {
    let (quotient, rest) = powers[decimals].divisor.dividingFullWidth(
      (dividend >> 1, dividend << 63))
    return quotient | (rest == 0 ? 0 : 1)
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
