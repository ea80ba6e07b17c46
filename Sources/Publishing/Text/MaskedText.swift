/// Texts for the phone and for files that are handed on, without what leads to a person.
///
/// Names of firms, notes of planners and addresses may hold telephone numbers; complaints often do.
enum MaskedText {
  /// How the digits of a number stand in groups, between which one mark or none stands.
  private struct Form {
    let groups: [Int]
    /// What the first digits are.
    let begins: (_ digits: [UInt8]) -> Bool
  }

  /// Mobile numbers from 13 to 19, with 86 or without; landlines with their area; identity cards.
  private static var forms: [Form] {
    let mobile = { (digits: [UInt8]) in digits[0] == 1 && digits[1] >= 3 }
    let abroad = { (digits: [UInt8]) in digits[0] == 8 && digits[1] == 6 && digits[2] == 1 }
    let land = { (digits: [UInt8]) in digits[0] == 0 && digits[1] > 0 }
    let person = { (digits: [UInt8]) in (1...6).contains(digits[0]) }
    return [Form(groups: [18], begins: person), Form(groups: [2, 3, 4, 4], begins: abroad)]
      + [Form(groups: [3, 4, 4], begins: mobile)]
      + [[4, 4, 4], [4, 8], [3, 4, 4], [3, 8], [4, 3, 4], [4, 7]].map {
        Form(groups: $0, begins: land)
      }
  }

  /// A text with `***` in the place of what looks like a telephone number or an identity card's.
  ///
  /// Digits that letters or more digits join are left alone: identifiers look like that. Takes time
  /// in proportion to the text.
  static func masked(_ text: String) -> String {
    guard text.utf8.count >= 10 else { return text }
    let bytes = Array(text.utf8)
    let forms = forms
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let isStart = digit(bytes, place) != nil && (place == 0 || !isWord(bytes[place - 1]))
      if isStart, let end = forms.lazy.compactMap({ end(of: $0, in: bytes, from: place) }).first {
        result += Array("***".utf8)
        place = end
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where a number of a form ends that begins at a place; nil if there is none.
  private static func end(of form: Form, in bytes: [UInt8], from start: Int) -> Int? {
    var digits: [UInt8] = []
    var place = start
    for (number, group) in form.groups.enumerated() {
      if number > 0, place < bytes.count, " -)".utf8.contains(bytes[place]) { place += 1 }
      for _ in 0..<group {
        guard let digit = digit(bytes, place) ?? checkMark(bytes, place, digits.count) else {
          return nil
        }
        digits.append(digit)
        place += 1
      }
    }
    let isJoined = place < bytes.count && isWord(bytes[place])
    return form.begins(digits) && !isJoined ? place : nil
  }

  private static func digit(_ bytes: [UInt8], _ place: Int) -> UInt8? {
    guard place < bytes.count, (0x30...0x39).contains(bytes[place]) else { return nil }
    return bytes[place] - 0x30
  }

  /// The X that may end an identity card's number.
  private static func checkMark(_ bytes: [UInt8], _ place: Int, _ count: Int) -> UInt8? {
    count == 17 && place < bytes.count && bytes[place] | 0x20 == UInt8(ascii: "x") ? 10 : nil
  }

  /// True for what identifiers are made of: digits and letters of ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
