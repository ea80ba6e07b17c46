import Geo

/// A plane covered by quadrilaterals that share their corners: a square lattice with moved corners.
///
/// Areas that are unions of its quads have borders along its edges, so neighbours share the very
/// same corners and a partition of the quads is a valid coverage by construction. Lattice positions
/// are multiples of the spacing in the plane of the 3-km grid, and a corner moves by a hash of its
/// position, so the mesh does not depend on the extent.
struct QuadMesh: Sendable {
  /// Metres between corners before they are moved; a quad has its square as area on average.
  static let spacing = 1200.0
  /// How far corners move in each direction, as a share of the spacing; below 0.5 nothing folds.
  private static let jitter = 0.27

  let firstColumn: Int
  let firstRow: Int
  let columns: Int
  let rows: Int
  private let seed: UInt64

  /// The quads that cover a rectangle of the plane.
  init(covering extent: Envelope, seed: UInt64) {
    firstColumn = Int((extent.minX / Self.spacing).rounded(.down))
    firstRow = Int((extent.minY / Self.spacing).rounded(.down))
    columns = Int((extent.maxX / Self.spacing).rounded(.up)) - firstColumn
    rows = Int((extent.maxY / Self.spacing).rounded(.up)) - firstRow
    self.seed = seed
  }

  /// How many quads there are; they are numbered row by row from the south-west.
  var count: Int { columns * rows }

  /// The quad's middle before its corners were moved.
  func centre(of quad: Int) -> Coordinate {
    Coordinate(
      (Double(firstColumn + quad % columns) + 0.5) * Self.spacing,
      (Double(firstRow + quad / columns) + 0.5) * Self.spacing)
  }

  /// The quad of a position before corners were moved; nil outside.
  func quad(at position: Coordinate) -> Int? {
    let column = Int((position.x / Self.spacing).rounded(.down)) - firstColumn
    let row = Int((position.y / Self.spacing).rounded(.down)) - firstRow
    guard column >= 0, row >= 0, column < columns, row < rows else { return nil }
    return row * columns + column
  }

  /// The next quad in a direction: 0 south, 1 east, 2 north, 3 west; nil outside.
  func neighbour(of quad: Int, _ direction: Int) -> Int? {
    switch direction {
    case 0: quad >= columns ? quad - columns : nil
    case 1: quad % columns < columns - 1 ? quad + 1 : nil
    case 2: quad / columns < rows - 1 ? quad + columns : nil
    default: quad % columns > 0 ? quad - 1 : nil
    }
  }

  /// How many corners there are, numbered row by row from the south-west.
  var cornerCount: Int { (columns + 1) * (rows + 1) }

  /// A quad's corner: 0 south-west, 1 south-east, 2 north-east, 3 north-west.
  func corner(_ index: Int, of quad: Int) -> Int {
    let column = quad % columns + (index == 1 || index == 2 ? 1 : 0)
    let row = quad / columns + (index >= 2 ? 1 : 0)
    return row * (columns + 1) + column
  }

  /// Where a corner lies.
  func position(of corner: Int) -> Coordinate {
    let column = firstColumn + corner % (columns + 1)
    let row = firstRow + corner / (columns + 1)
    let east = DemoRandom.hash(seed, 2 * column, row) * 2 - 1
    let north = DemoRandom.hash(seed, 2 * column + 1, row) * 2 - 1
    return Coordinate(
      (Double(column) + east * Self.jitter) * Self.spacing,
      (Double(row) + north * Self.jitter) * Self.spacing)
  }

  /// The place in the moved quad of a place in the unmoved one, given by shares of its sides.
  func position(in quad: Int, _ u: Double, _ v: Double) -> Coordinate {
    let a = position(of: corner(0, of: quad))
    let b = position(of: corner(1, of: quad))
    let c = position(of: corner(2, of: quad))
    let d = position(of: corner(3, of: quad))
    let (p, q, r, s) = ((1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v)
    return Coordinate(
      p * a.x + q * b.x + r * c.x + s * d.x, p * a.y + q * b.y + r * c.y + s * d.y)
  }

  /// The place that a position takes when corners move, and its quad; nil outside.
  ///
  /// The movement keeps order, so the place stays in its quad.
  func moved(_ position: Coordinate) -> (quad: Int, position: Coordinate)? {
    guard let quad = quad(at: position) else { return nil }
    let centre = centre(of: quad)
    return (
      quad,
      self.position(
        in: quad, (position.x - centre.x) / Self.spacing + 0.5,
        (position.y - centre.y) / Self.spacing + 0.5)
    )
  }
}
