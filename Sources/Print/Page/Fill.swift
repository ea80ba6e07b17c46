import Publishing

/// How an area is filled.
struct Fill: Sendable, Hashable {
  var colour: MapColour
  /// 0 is not seen, 1 covers all.
  var opacity: Double

  init(_ colour: MapColour, opacity: Double = 1) {
    self.colour = colour
    self.opacity = opacity
  }
}
