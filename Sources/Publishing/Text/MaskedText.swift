/// Texts for the phone and for files that are handed on, without what leads to a person.
///
/// Names of firms, notes of planners and addresses may hold telephone numbers; complaints often do.
enum MaskedText {
  /// A text with `***` in the place of what looks like a telephone number or an identity card's:
  /// mobile numbers (11 digits from 13 to 19), landlines with their area (`0311-86666666`, `010 ...`)
  /// and 18 digits or 17 and X that begin as a region does.
  ///
  /// Digits that letters or more digits join are left alone: identifiers look like that.
  static func masked(_ text: String) -> String {
    guard text.utf8.count >= 10 else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      guard isDigit(scalars[place]) else {
        result.append(scalars[place])
        place += 1
        continue
      }
      var end = place
      while end < scalars.count, isDigit(scalars[end]) || isJoint(scalars, end) { end += 1 }
      if end < scalars.count, scalars[end] == "X" || scalars[end] == "x" { end += 1 }
      let run = scalars[place..<end]
      let isJoined =
        (place > 0 && isLetter(scalars[place - 1]))
        || (end < scalars.count && isLetter(scalars[end]))
      if !isJoined, isPersonal(run.filter { $0 != "-" && $0 != " " }) {
        result.append(contentsOf: "***".unicodeScalars)
      } else {
        result.append(contentsOf: run)
      }
      place = end
    }
    return String(result)
  }

  /// A hyphen or blank between two digits.
  private static func isJoint(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    (scalars[place] == "-" || scalars[place] == " ") && place + 1 < scalars.count
      && isDigit(scalars[place + 1])
  }

  private static func isPersonal(_ run: [Unicode.Scalar]) -> Bool {
    let digits = run.filter(isDigit)
    switch (run.count, digits.count) {
    case (11, 11) where digits[0] == "1" && digits[1] >= "3": return true
    case (13, 13) where digits[0] == "8" && digits[1] == "6" && digits[2] == "1": return true
    case (10...12, _) where digits.count == run.count && digits[0] == "0": return true
    case (18, 17...18): return digits[0] >= "1" && digits[0] <= "6"
    default: return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }
}
