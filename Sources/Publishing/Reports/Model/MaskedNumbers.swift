/// Telephone and identity numbers within names.
enum MaskedNumbers {
  /// As many digits as the shortest telephone number has.
  private static let fewest = 7

  /// A text in which every run of seven or more digits, blanks, hyphens and plus signs between them
  /// passed over, is masked but for its first three digits.
  static func masked(_ text: String) -> String {
    var result = ""
    var run = ""
    func closed(_ run: String) -> String {
      let digits = run.filter(isDigit)
      guard digits.count >= fewest else { return run }
      let tail = run.last.map { isDigit($0) ? "" : String($0) } ?? ""
      return digits.prefix(3) + "****" + tail
    }
    for character in text {
      if isDigit(character) || (!run.isEmpty && " -+()（）".contains(character)) {
        run.append(character)
      } else {
        result += closed(run)
        run = ""
        result.append(character)
      }
    }
    return result + closed(run)
  }

  /// Also the full-width ones; Chinese numerals belong to names.
  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || ("０"..."９").contains(character)
  }
}
