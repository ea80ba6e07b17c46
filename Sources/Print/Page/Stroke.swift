import Publishing

/// How a line is drawn.
struct Stroke: Sendable, Hashable {
  var colour: MapColour
  /// Width in points.
  var width: Double
  var opacity: Double
  /// Lengths of dashes and gaps in points; none: a whole line.
  var dashes: [Double]

  init(_ colour: MapColour, width: Double, opacity: Double = 1, dashes: [Double] = []) {
    self.colour = colour
    self.width = width
    self.opacity = opacity
    self.dashes = dashes
  }
}
