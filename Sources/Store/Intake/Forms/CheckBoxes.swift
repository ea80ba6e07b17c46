/// What is ticked in a cell of check boxes, as in annex 2 of the plan of 2018:
/// `□火电 ☑钢铁 √水泥 ■有色 其他：焦化`.
enum CheckBoxes {
  private static let empty: Set<Character> = ["□", "☐", "○", "◻", "▢", "〇"]
  private static let ticked: Set<Character> = ["☑", "☒", "■", "√", "✓", "✔", "●", "▣", "⊠", "◼"]

  /// The words ticked, with `;` between them; nil for a text without boxes.
  ///
  /// What is written behind 其他 counts, but for the form's own （请注明）. A mark before or behind its
  /// box ticks it.
  static func words(of text: String) -> String? {
    guard text.contains(where: { empty.contains($0) || ticked.contains($0) }) else { return nil }
    let (boxes, other) = parts(of: text)
    var words: [String] = []
    var isTicked = false
    var word = ""
    for character in boxes + "□" {
      guard empty.contains(character) || ticked.contains(character) else {
        word.append(character)
        continue
      }
      let found = PlainText.trimmed(word)
      // Two marks side by side belong to one box.
      if !found.isEmpty {
        if isTicked { words.append(found) }
        isTicked = false
      }
      word = ""
      if ticked.contains(character) { isTicked = true }
    }
    let all = words + (other.isEmpty ? [] : [other])
    return all.joined(separator: ";")
  }

  /// The boxes, and what is written behind 其他.
  private static func parts(of text: String) -> (boxes: String, other: String) {
    guard let range = text.ranges(of: "其他").last ?? text.ranges(of: "其它").last else {
      return (text, "")
    }
    let boxes = String(text[..<range.lowerBound])
    let rest = text[range.upperBound...].drop { ":： \n　".contains($0) }
    var other = PlainText.trimmed(String(rest))
    for form in ["（请注明）", "(请注明)", "请注明"] { other = other.replacing(form, with: "") }
    // A box of its own before 其他 says nothing that the words behind it do not.
    return (boxes, PlainText.trimmed(other).trimmingPrefix { "_＿—-".contains($0) }.description)
  }
}
