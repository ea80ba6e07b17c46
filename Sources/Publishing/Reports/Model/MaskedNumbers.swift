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
      let digits = run.count { $0.isWholeNumber }
      guard digits >= fewest else { return run }
      let tail = run.last.map { $0.isWholeNumber ? "" : String($0) } ?? ""
      return run.filter(\.isWholeNumber).prefix(3) + "****" + tail
    }
    for character in text {
      if character.isWholeNumber || (!run.isEmpty && " -+()（）".contains(character)) {
        run.append(character)
      } else {
        result += closed(run)
        run = ""
        result.append(character)
      }
    }
    return result + closed(run)
  }
}
