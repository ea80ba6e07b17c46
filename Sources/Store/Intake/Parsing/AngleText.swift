/// A longitude or latitude as people type it, in degrees.
struct AngleText {
  /// Degrees; minutes and seconds are added in, south and west are negative.
  let degrees: Double

  /// Reads `116.39`, `东经116.39°`, `116°23′24″E` or `N39 54 20`; nil if it is none of them.
  init?(_ text: String) {
    if let value = Double(text) {
      degrees = value
      return
    }
    var letters = Set<Character>()
    var numbers: [Double] = []
    var digits = ""
    for character in PlainText.halfWidth(text) {
      if character.isASCII, character.isNumber || character == "." || character == "-" {
        digits.append(character)
        continue
      }
      guard Self.take(&digits, into: &numbers) else { return nil }
      if !Self.marks.contains(character) { letters.insert(character) }
    }
    guard Self.take(&digits, into: &numbers), (1...3).contains(numbers.count),
      letters.isSubset(of: Self.directions), letters.count <= 2
    else { return nil }
    guard numbers.dropFirst().allSatisfy({ $0 >= 0 && $0 < 60 }) else { return nil }
    let parts = numbers + [0, 0]
    let size = abs(parts[0]) + parts[1] / 60 + parts[2] / 3600
    let isNegative = parts[0] < 0 || !letters.isDisjoint(with: ["S", "s", "W", "w", "南", "西"])
    degrees = isNegative ? -size : size
  }

  private static let marks = Set<Character>(" °º′'’″\"”度分秒:")
  private static let directions = Set<Character>("EeNnSsWw东西南北经纬")

  private static func take(_ digits: inout String, into numbers: inout [Double]) -> Bool {
    guard !digits.isEmpty else { return true }
    guard let number = Double(digits) else { return false }
    numbers.append(number)
    digits = ""
    return true
  }
}
