/// Lines of invented readings, which may be written again under other sites.
struct TrialLines {
  /// All lines, each with a line feed behind it and an identifier of six digits at its begin.
  var text: [UInt8] = []
  /// Where they begin.
  var starts: [Int] = []

  /// Adds to the number in every identifier.
  mutating func renumber(by amount: Int) {
    text.withUnsafeMutableBufferPointer { text in
      for start in starts {
        var carry = amount
        var place = start + 6
        while carry > 0, place > start {
          let digit = Int(text[place] - 48) + carry
          text[place] = UInt8(48 + digit % 10)
          carry = digit / 10
          place -= 1
        }
      }
    }
  }
}
