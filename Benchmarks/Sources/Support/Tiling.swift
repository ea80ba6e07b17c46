import Geo

/// 6,000 crooked hexagons that tile a box without gap or overlap, from a seed: what townships look
/// like to an index, in a layer that everybody may have.
///
/// Borders between neighbours are the very same positions. An area has 24 to 96 of them, half of
/// the areas 48 or fewer.
package struct Tiling {
  /// Every other row is one shorter: its first and last area take a half more.
  private static let columns = 63
  private static let rows = 96
  private static let box = Envelope(minX: 106, minY: 33, maxX: 119, maxY: 42)

  private var numbers = SplitMix(seed: 2018)
  private var corners: [Place: Coordinate] = [:]
  private var borders: [Place: [Coordinate]] = [:]

  /// A corner, by half-widths from the west and rows from the south; or the border that leaves it
  /// eastwards or, `isUpright`, northwards.
  private struct Place: Hashable {
    var column: Int
    var row: Int
    var isUpright = false
  }

  package static func areas() -> [MultiPolygon] {
    var tiling = Tiling()
    return (0..<rows).flatMap { row in tiling.areas(inRow: row) }
  }

  private mutating func areas(inRow row: Int) -> [MultiPolygon] {
    let inner = row % 2 == 0 ? Array(1..<Self.columns) : Array(1..<Self.columns - 1)
    let shift = row % 2
    let sides = [0] + inner.map { 2 * $0 + shift } + [2 * Self.columns]
    return zip(sides, sides.dropFirst()).map { west, east in area(row, west, east) }
  }

  private mutating func area(_ row: Int, _ west: Int, _ east: Int) -> MultiPolygon {
    var ring: Ring = []
    for column in west..<east { ring += border(Place(column: column, row: row)) }
    ring += border(Place(column: east, row: row, isUpright: true))
    for column in (west..<east).reversed() {
      ring += backwards(Place(column: column, row: row + 1))
    }
    ring += backwards(Place(column: west, row: row, isUpright: true))
    ring.append(ring[0])
    return MultiPolygon([Polygon(exterior: ring)])
  }

  /// The positions of a border with its first corner, without its last.
  private mutating func border(_ place: Place) -> [Coordinate] {
    if let border = borders[place] { return border }
    let a = corner(place.column, place.row)
    let b = corner(end(place).column, end(place).row)
    let count = 3 + Int(numbers.uniform(0, 9))
    var border = [a]
    for step in 1...count {
      let along = (Double(step) + numbers.uniform(-0.3, 0.6)) / Double(count + 1)
      // Within a flat rhombus around the straight line, so that no two borders meet.
      let aside = isOutside(place) ? 0 : numbers.uniform(-0.3, 0.6) * min(along, 1 - along)
      border.append(
        Coordinate(
          a.x + along * (b.x - a.x) - aside * (b.y - a.y),
          a.y + along * (b.y - a.y) + aside * (b.x - a.x)))
    }
    borders[place] = border
    return border
  }

  /// The same border from its other end.
  private mutating func backwards(_ place: Place) -> [Coordinate] {
    let inner = border(place).dropFirst().reversed()
    return [corner(end(place).column, end(place).row)] + inner
  }

  private func end(_ place: Place) -> Place {
    place.isUpright
      ? Place(column: place.column, row: place.row + 1)
      : Place(column: place.column + 1, row: place.row)
  }

  /// True on the rim of the box, which is straight.
  private func isOutside(_ place: Place) -> Bool {
    place.isUpright
      ? place.column == 0 || place.column == 2 * Self.columns
      : place.row == 0 || place.row == Self.rows
  }

  private mutating func corner(_ column: Int, _ row: Int) -> Coordinate {
    let place = Place(column: column, row: row)
    if let corner = corners[place] { return corner }
    let width = Self.box.width / Double(2 * Self.columns)
    let height = Self.box.height / Double(Self.rows)
    var corner = Coordinate(
      Self.box.minX + Double(column) * width, Self.box.minY + Double(row) * height)
    let isRim = row == 0 || row == Self.rows
    if column > 0, column < 2 * Self.columns { corner.x += numbers.uniform(-0.15, 0.3) * width }
    if !isRim {
      // Corners go up and down in turn, which makes bricks into hexagons.
      let up = (column + row) % 2 == 0 ? -0.15 : 0.15
      corner.y += (up + numbers.uniform(-0.12, 0.24)) * height
    }
    corners[place] = corner
    return corner
  }
}
