/// The classes of a picture with their colours and how much there is of each.
struct PictureLegend {
  static let width = 230.0
  private static let rowHeight = 21.0
  /// More rows would be higher than a map.
  private static let rowLimit = 28

  let style: MapStyle
  let amounts: [Double]
  let amountName: String
  let language: Language
  let hasDots: Bool

  /// The classes shown: all of a short legend, of a long one those that the map has.
  private var shown: [Int] {
    let all = Array(style.classes.indices)
    return all.count <= 12 ? all : all.filter { amounts[$0] > 0 }
  }

  private var titleLines: [String] {
    WrappedText.lines(style.name(language), width: Self.width, size: 13)
  }

  /// How high it is.
  var height: Double {
    Double(titleLines.count) * 17 + 22
      + Double(min(shown.count, Self.rowLimit + 1)) * Self.rowHeight
  }

  /// The elements of SVG, from an upper left corner on.
  func lines(left: Double, top: Double) -> [String] {
    var y = top + 13
    var lines: [String] = []
    for title in titleLines {
      lines.append(
        "<text x=\"\(px(left))\" y=\"\(px(y))\" font-size=\"13\" font-weight=\"bold\""
          + " fill=\"#222\">\(MarkupText.escaped(title))</text>")
      y += 17
    }
    lines.append(
      "<text x=\"\(px(left + Self.width))\" y=\"\(px(y))\" text-anchor=\"end\" fill=\"#666\">"
        + "\(MarkupText.escaped(amountName))</text>")
    y += 8
    let more = max(0, shown.count - Self.rowLimit)
    for place in shown.prefix(Self.rowLimit - (more > 0 ? 1 : 0)) {
      lines += row(place, left: left, top: y)
      y += Self.rowHeight
    }
    guard more > 0, let last = shown.last else { return lines }
    // The last class is of all others, or of none.
    let text = language.pick(zh: "另有 \(more) 类", en: "and \(more) more")
    lines.append("<text x=\"\(px(left + 30))\" y=\"\(px(y + 14))\" fill=\"#666\">\(text)</text>")
    return lines + row(last, left: left, top: y + Self.rowHeight)
  }

  private func row(_ place: Int, left: Double, top: Double) -> [String] {
    let item = style.classes[place]
    let colour = item.colour.hexadecimal
    let symbol =
      hasDots
      ? "<circle cx=\"\(px(left + 11))\" cy=\"\(px(top + 9))\" r=\"5\" fill=\"\(colour)\""
        + " stroke=\"#999\" stroke-width=\"0.5\"/>"
      : "<rect x=\"\(px(left))\" y=\"\(px(top + 2))\" width=\"22\" height=\"14\""
        + " fill=\"\(colour)\" stroke=\"#999\" stroke-width=\"0.5\"/>"
    return [
      symbol,
      "<text x=\"\(px(left + 30))\" y=\"\(px(top + 13))\" font-size=\"12\">"
        + "\(MarkupText.escaped(item.name(language)))</text>",
      "<text x=\"\(px(left + Self.width))\" y=\"\(px(top + 13))\" font-size=\"12\""
        + " text-anchor=\"end\">\(Self.grouped(amounts[place]))</text>",
    ]
  }

  /// A number with its thousands apart; below 10 with one decimal if it has any.
  static func grouped(_ amount: Double) -> String {
    if amount < 9.95, amount != amount.rounded() { return Decimal.text(amount, places: 1) }
    var digits = Decimal.text(amount, places: 0)
    var groups: [String] = []
    while digits.count > 3 {
      groups.append(String(digits.suffix(3)))
      digits = String(digits.dropLast(3))
    }
    return ([digits] + groups.reversed()).joined(separator: ",")
  }

  private func px(_ value: Double) -> String { ScaleBar.pixels(value) }
}
