import Geo

/// A chart as it is drawn on any surface, in points.
public struct ChartDrawing: Sendable, Hashable {
  /// How wide it is.
  public let width: Double
  /// How high it is.
  public let height: Double
  /// Its parts, those behind first.
  public private(set) var shapes: [ChartShape] = []

  /// The size of its texts.
  public static let textSize = 11.0

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// About how wide a text is at the size of a chart's texts.
  static func textWidth(_ text: String) -> Double { Double(text.displayWidth) * textSize * 0.56 }

  mutating func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: ChartInk) {
    shapes.append(.box(x: x, y: y, width: width, height: height, ink: ink))
  }

  mutating func line(
    _ points: [Coordinate], _ ink: ChartInk, width: Double = 1, isDashed: Bool = false
  ) {
    shapes.append(.line(points, ink: ink, width: width, isDashed: isDashed))
  }

  mutating func area(_ points: [Coordinate], _ ink: ChartInk) {
    shapes.append(.area(points, ink: ink))
  }

  mutating func disc(_ x: Double, _ y: Double, radius: Double, _ ink: ChartInk) {
    shapes.append(.disc(x: x, y: y, radius: radius, ink: ink))
  }

  mutating func text(
    _ phrase: ReportPhrase, _ x: Double, _ y: Double, _ anchor: ChartShape.Anchor,
    _ ink: ChartInk = .text
  ) {
    shapes.append(
      .text(phrase, x: x, y: y, size: Self.textSize, anchor: anchor, ink: ink))
  }

  /// A vertical line at each tick of a lying axis, with its number below.
  mutating func ticks(
    _ axis: ChartAxis, from top: Double, to bottom: Double, name: ReportPhrase
  ) {
    for tick in axis.ticks {
      let x = axis.position(of: tick)
      line([Coordinate(x, top), Coordinate(x, bottom)], tick == 0 ? .axis : .grid)
      text(ReportPhrase(axis.label(tick)), x, bottom + 14, .middle, .muted)
    }
    text(name, axis.end, bottom + 29, .end, .muted)
  }
}
