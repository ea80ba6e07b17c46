/// The bar that says how long a kilometre is, and where north is.
struct ScaleBar {
  let frame: PictureFrame

  /// How far below the map it reaches.
  static let height = 34.0

  /// The bar in metres: 1, 2 or 5 times a power of ten, at most a third of the map.
  private var metres: Double {
    let room = frame.width / 3 / frame.scale
    var unit = 1.0
    while unit * 10 <= room { unit *= 10 }
    while unit > room { unit /= 10 }
    return [5.0, 2, 1].map { $0 * unit }.first { $0 <= room } ?? unit
  }

  /// The elements of SVG.
  var lines: [String] {
    let length = metres
    let (left, top) = (frame.left, frame.top + frame.height + 12)
    let half = length / 2 * frame.scale
    let isKilometres = length >= 1000
    let unit = isKilometres ? "km" : "m"
    let marks = [0, length / 2, length].map { isKilometres ? $0 / 1000 : $0 }
    var lines = [
      "<rect x=\"\(Self.pixels(left))\" y=\"\(Self.pixels(top))\" width=\"\(Self.pixels(half))\""
        + " height=\"5\" fill=\"#444\"/>",
      "<rect x=\"\(Self.pixels(left + half))\" y=\"\(Self.pixels(top))\""
        + " width=\"\(Self.pixels(half))\" height=\"5\" fill=\"#fff\" stroke=\"#444\""
        + " stroke-width=\"0.8\"/>",
    ]
    for (place, mark) in marks.enumerated() {
      let text = MapStyle.short(mark) + (place == 2 ? " \(unit)" : "")
      lines.append(
        "<text x=\"\(Self.pixels(left + Double(place) * half))\" y=\"\(Self.pixels(top + 18))\""
          + (place == 0 ? "" : " text-anchor=\"middle\"") + ">\(text)</text>")
    }
    return lines + north
  }

  /// An arrow that points up.
  private var north: [String] {
    let (x, y) = (frame.left + frame.width - 8, frame.top + frame.height + 8)
    let points = "\(Self.pixels(x)),\(Self.pixels(y)) \(Self.pixels(x + 5)),\(Self.pixels(y + 13))"
    return [
      "<polygon points=\"\(points) \(Self.pixels(x)),\(Self.pixels(y + 10))"
        + " \(Self.pixels(x - 5)),\(Self.pixels(y + 13))\" fill=\"#444\"/>",
      "<text x=\"\(Self.pixels(x))\" y=\"\(Self.pixels(y + 24))\" text-anchor=\"middle\">N</text>",
    ]
  }

  static func pixels(_ value: Double) -> String {
    Int32(exactly: (value * 10).rounded()).map(PixelPath.spelt) ?? "0"
  }
}
