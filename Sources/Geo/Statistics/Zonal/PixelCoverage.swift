/// How much of each pixel in a rectangle an area covers.
///
/// Positions are in pixels: `x` counts columns and `y` rows, from the outer corner of the first
/// pixel, so a pixel is a square of side 1. Every border line is cut at the rows, then at the
/// columns, and the strips between it and the next column are summed (the coverage accumulation of
/// font rasterisers), so parts are exact up to rounding at borders of any shape. The rectangle's
/// memory is kept from one area to the next.
struct PixelCoverage {
  private(set) var columns = 0..<0
  private(set) var rows = 0..<0
  /// Between a piece of border and the eastern side of its pixel.
  private var areas: [Double] = []
  /// The height of a piece, with its direction: covers every pixel further east.
  private var heights: [Double] = []

  /// A part of a pixel smaller than this is a rounding error, not a part.
  private static let least = 1e-10

  /// Starts anew with a rectangle.
  mutating func begin(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
    let count = columns.count * rows.count
    if areas.count < count {
      areas = [Double](repeating: 0, count: count)
      heights = areas
      return
    }
    for place in 0..<count {
      areas[place] = 0
      heights[place] = 0
    }
  }

  /// Adds an area, whose parts must not overlap.
  mutating func add(_ area: MultiPolygon) {
    for polygon in area.polygons {
      add(polygon.exterior, isHole: false)
      for hole in polygon.holes { add(hole, isHole: true) }
    }
  }

  /// Calls `body` with a row, a range of columns, and the parts that the area has of its pixels.
  func forEachRow(_ body: (_ row: Int, _ parts: Span<Double>) -> Void) {
    let width = columns.count
    var parts = [Double](repeating: 0, count: width)
    for row in rows {
      let start = (row - rows.lowerBound) * width
      var cover = 0.0
      for column in 0..<width {
        let part = cover + areas[start + column]
        cover += heights[start + column]
        parts[column] = part < Self.least ? 0 : part > 1 - Self.least ? 1 : part
      }
      body(row, parts.span)
    }
  }

  /// Adds a ring whatever its direction.
  private mutating func add(_ ring: Ring, isHole: Bool) {
    guard let last = ring.last else { return }
    // Where `y` grows, a border that runs upwards has the interior on its west.
    let isPositive = RingMoments(ring).area > 0
    let sign: Double = isPositive != isHole ? -1 : 1
    var a = last
    for b in ring {
      // From the lower end, whoever's border it is, so that neighbours cut at the very same places.
      if a.y < b.y { addRising(from: a, to: b, sign: sign) }
      if a.y > b.y { addRising(from: b, to: a, sign: -sign) }
      a = b
    }
  }

  private mutating func addRising(from a: Coordinate, to b: Coordinate, sign: Double) {
    let (first, last) = (Double(rows.lowerBound), Double(rows.upperBound))
    guard b.y > first, a.y < last else { return }
    let slope = (b.x - a.x) / (b.y - a.y)
    let (west, east) = a.x <= b.x ? (a.x, b.x) : (b.x, a.x)
    func position(at y: Double) -> Coordinate {
      Coordinate(min(max(a.x + (y - a.y) * slope, west), east), y)
    }
    var low = a.y < first ? position(at: first) : a
    let high = b.y > last ? position(at: last) : b
    var row = Int(low.y.rounded(.down))
    while row < rows.upperBound {
      let top = Double(row + 1)
      let next = top < high.y ? position(at: top) : high
      if next.y > low.y { addInRow(row, from: low, to: next, sign: sign) }
      guard top < high.y else { return }
      low = next
      row += 1
    }
  }

  private mutating func addInRow(
    _ row: Int, from a: Coordinate, to b: Coordinate, sign: Double
  ) {
    let (west, east) = a.x <= b.x ? (a.x, b.x) : (b.x, a.x)
    let (first, last) = (Double(columns.lowerBound), Double(columns.upperBound))
    guard west < last else { return }
    let slope = east > west ? (b.y - a.y) / (east - west) : 0
    let start = (row - rows.lowerBound) * columns.count
    var height = b.y - a.y
    // What lies west of the rectangle covers all of the row; what lies east of it nothing.
    if west < first {
      let part = east > first ? (first - west) * slope : height
      append(start, sign * part, toEast: 1)
      guard east > first else { return }
      height -= part
    }
    if east > last { height -= (east - last) * slope }
    var x = max(west, first)
    let end = min(east, last)
    var column = min(Int(x.rounded(.down)), columns.upperBound - 1)
    var place = start + column - columns.lowerBound
    guard end > Double(column + 1) else {
      append(place, sign * height, toEast: Double(column + 1) - (x + end) / 2)
      return
    }
    while x < end {
      let next = min(Double(column + 1), end)
      append(place, sign * (next - x) * slope, toEast: Double(column + 1) - (x + next) / 2)
      x = next
      column += 1
      place += 1
    }
  }

  private mutating func append(_ place: Int, _ height: Double, toEast: Double) {
    areas[place] += height * toEast
    heights[place] += height
  }
}
