/// Text broken into lines of a width, as a sans-serif font of a size would about fill them.
enum WrappedText {
  /// Breaks at blanks, and within Chinese anywhere; a longer word has a line of its own.
  static func lines(_ text: String, width: Double, size: Double) -> [String] {
    // A column of a terminal is a little more than half of the font's size.
    let columns = max(8, Int(width / (size * 0.56)))
    var lines: [String] = []
    var line = ""
    for word in pieces(text) {
      let isFirst = line.allSatisfy(\.isWhitespace)
      if !isFirst, (line + word).displayWidth - (word.last == " " ? 1 : 0) > columns {
        lines.append(line.trimmed)
        line = ""
      }
      line += word
    }
    if !line.allSatisfy(\.isWhitespace) { lines.append(line.trimmed) }
    return lines
  }

  /// Words with the blank behind them; each wide character by itself.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      let isWide = String(character).displayWidth > 1
      if isWide, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      if isWide || character == " " {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    let inner = drop { $0 == " " }
    return String(inner.reversed().drop { $0 == " " }.reversed())
  }
}
