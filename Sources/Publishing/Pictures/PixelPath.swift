/// The data of a path in SVG, from positions in tenths of a pixel, as short as they can be spelt.
struct PixelPath {
  private(set) var text = ""

  /// Adds a closed ring.
  mutating func append(_ ring: PixelRing) {
    guard let first = ring.first else { return }
    move(to: first)
    var last = first
    var command: Character = " "
    for point in ring.dropFirst() {
      let (dx, dy) = (point.x - last.x, point.y - last.y)
      if dy == 0 {
        text += "h" + Self.spelt(dx)
        command = "h"
      } else if dx == 0 {
        text += "v" + Self.spelt(dy)
        command = "v"
      } else {
        text += command == "l" ? (dx < 0 ? "" : " ") : "l"
        text += Self.spelt(dx) + (dy < 0 ? "" : " ") + Self.spelt(dy)
        command = "l"
      }
      last = point
    }
    text += "z"
  }

  /// Adds dots, drawn by the stroke alone: lines of no length with round ends.
  mutating func append(dots: [PixelPoint]) {
    var last: PixelPoint?
    for point in dots {
      if let last {
        let (dx, dy) = (point.x - last.x, point.y - last.y)
        text += "m" + Self.spelt(dx) + (dy < 0 ? "" : " ") + Self.spelt(dy)
      } else {
        move(to: point)
      }
      text += "h0"
      last = point
    }
  }

  private mutating func move(to point: PixelPoint) {
    text += "M" + Self.spelt(point.x) + (point.y < 0 ? "" : " ") + Self.spelt(point.y)
  }

  /// Tenths as a decimal number.
  static func spelt(_ tenths: Int32) -> String {
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    return sign + (whole == 0 ? "" : String(whole)) + "." + String(rest)
  }
}
