/// What decides most positions in a cell with borders, in one cache line: up to two lines, each a
/// linear function that is positive on its left, and the lowest holder where both are and elsewhere.
///
/// One line that crosses the cell, or two that meet in it, divide it into two places. Functions are
/// scaled so that their rounding is below `tolerance`; a result within it is left to exact
/// arithmetic, and so is, with functions that are 0, a cell with more lines.
struct CellRecord: Sendable, BitwiseCopyable {
  var a1 = 0.0
  var b1 = 0.0
  var c1 = 0.0
  var a2 = 0.0
  var b2 = 0.0
  var c2 = 0.0
  /// The lowest holder left of both lines; -1 is none.
  var inside: Int32 = -1
  /// The lowest holder elsewhere.
  var outside: Int32 = -1
  /// Fills the cache line.
  private var spare = 0

  /// Twice the rounding error of a scaled function, at most 12 units of 2^-53.
  static let tolerance = 0x1p-48

  /// Sets the first line, from a position to another; `scale` from `CellRecord.scale`.
  mutating func setFirst(_ a: Coordinate, _ b: Coordinate, _ extent: Coordinate) {
    (a1, b1, c1) = Self.function(a, b, extent)
  }

  /// Sets the second line.
  mutating func setSecond(_ a: Coordinate, _ b: Coordinate, _ extent: Coordinate) {
    (a2, b2, c2) = Self.function(a, b, extent)
  }

  /// Says that there is no second line.
  mutating func setSingle() {
    (a2, b2, c2) = (0, 0, 1)
  }

  /// The function a x + b y + c, positive left of a line, of size 1 at the largest coordinates.
  private static func function(
    _ p: Coordinate, _ q: Coordinate, _ extent: Coordinate
  ) -> (Double, Double, Double) {
    let dx = q.x - p.x
    let dy = q.y - p.y
    let scale = 1 / (dy.magnitude * extent.x + dx.magnitude * extent.y)
    guard scale.isNormal else { return (0, 0, 0) }
    let a = -dy * scale
    let b = dx * scale
    return (a, b, -(a * p.x + b * p.y))
  }
}
