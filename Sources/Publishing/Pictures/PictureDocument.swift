/// A map's picture as a document of SVG 1.1.
struct PictureDocument {
  private static let margin = 20.0
  private static let gap = 24.0

  private let picture: MapPicture
  private let legend: PictureLegend

  init(_ picture: MapPicture) {
    self.picture = picture
    legend = PictureLegend(
      style: picture.style, amounts: picture.amounts, amountName: picture.amountName,
      language: picture.language, hasDots: picture.areas.isEmpty)
  }

  /// The whole document.
  var text: String {
    let envelope = picture.envelope
    // Only the size of the map is known yet: the title's lines depend on it.
    let size = PictureFrame(envelope, left: 0, top: 0)
    let width = size.width + Self.gap + PictureLegend.width
    let titles = WrappedText.lines(picture.title, width: width, size: 18)
    let top = Self.margin + Double(titles.count) * 24 + 6
    let frame = PictureFrame(envelope, left: Self.margin, top: top)
    let notes = picture.notes.flatMap { WrappedText.lines($0, width: width, size: 11) }
    let below = top + max(frame.height + ScaleBar.height, legend.height) + 10
    let height = below + Double(notes.count) * 15 + Self.margin - 8
    var lines = head(width: width + 2 * Self.margin, height: height)
    for (place, title) in titles.enumerated() {
      lines.append(
        "<text x=\"\(px(Self.margin))\" y=\"\(px(Self.margin + 18 + Double(place) * 24))\""
          + " font-size=\"18\" font-weight=\"bold\" fill=\"#222\">\(MarkupText.escaped(title))"
          + "</text>")
    }
    lines.append(
      "<rect x=\"\(px(frame.left))\" y=\"\(px(frame.top))\" width=\"\(px(frame.width))\""
        + " height=\"\(px(frame.height))\" fill=\"#fbfbfb\" stroke=\"#ccc\"/>")
    lines += PictureMap(picture, frame).lines
    lines += ScaleBar(frame: frame).lines
    lines += legend.lines(left: frame.left + frame.width + Self.gap, top: frame.top)
    for (place, note) in notes.enumerated() {
      lines.append(
        "<text x=\"\(px(Self.margin))\" y=\"\(px(below + 11 + Double(place) * 15))\""
          + " fill=\"#666\">\(MarkupText.escaped(note))</text>")
    }
    return lines.joined(separator: "\n") + "\n</svg>\n"
  }

  private func head(width: Double, height: Double) -> [String] {
    let (width, height) = (px(width.rounded(.up)), px(height.rounded(.up)))
    return [
      "<svg xmlns=\"http://www.w3.org/2000/svg\""
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"0 0 \(width) \(height)\" font-family=\"sans-serif\" font-size=\"11\""
        + " fill=\"#333\">",
      "<title>\(MarkupText.escaped(picture.title))</title>",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>",
    ]
  }

  private func px(_ value: Double) -> String { ScaleBar.pixels(value) }
}
