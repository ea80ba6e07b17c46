import Geo

/// Rows with the polygon that holds each; one task at a time uses a block, hence `Sendable`.
final class LocatedBlock: @unchecked Sendable {
  let rows = RowBlock()
  /// The polygon of each row, -1 for none; longer than the rows.
  fileprivate(set) var areas: [Int32] = []
  /// The rows' positions among the polygons, where they had to be moved there.
  fileprivate var moved: (xs: [Double], ys: [Double])?

  /// The position of a row among the polygons.
  func position(_ row: Int) -> Coordinate {
    if let moved { return Coordinate(moved.xs[row], moved.ys[row]) }
    return rows.withPositions { xs, ys in Coordinate(xs[row], ys[row]) }
  }
}

/// The rows of a delimited text file, located.
struct LocatedRows: ~Copyable {
  private var reader: DelimitedReader
  private var placer: PointPlacer
  private let layer: AreaLayer
  private var doubts = JoinDoubts()

  /// Takes the rows of a reader, with their position in two columns.
  init(
    _ reader: consuming DelimitedReader, _ columns: PositionColumns,
    placer: consuming PointPlacer, in layer: AreaLayer
  ) {
    reader.setPosition(x: columns.lon, y: columns.lat)
    self.reader = reader
    self.placer = placer
    self.layer = layer
  }

  /// How many bytes the file has; nil for a stream.
  var size: UInt64? { reader.size }

  /// How far the file is read, in bytes.
  var bytesRead: UInt64 { reader.bytesRead }

  /// Reads and locates the next rows; false at the end.
  mutating func read(into block: LocatedBlock) throws -> Bool {
    guard try reader.read(into: block.rows) else { return false }
    let missing = block.rows.count - block.areas.count
    if missing > 0 { block.areas += [Int32](repeating: -1, count: missing) }
    if placer.isNeeded {
      var (xs, ys) = block.rows.withPositions { xs, ys in
        (xs.indices.map { xs[$0] }, ys.indices.map { ys[$0] })
      }
      try placer.place(&xs, &ys)
      locate(xs.span, ys.span, block)
      block.moved = (xs, ys)
    } else {
      block.rows.withPositions { xs, ys in locate(xs, ys, block) }
    }
    return true
  }

  private mutating func locate(_ xs: Span<Double>, _ ys: Span<Double>, _ block: LocatedBlock) {
    var areas: [Int32] = []
    swap(&areas, &block.areas)
    var column = areas.mutableSpan
    layer.index.locate(xs: xs, ys: ys, into: &column, threads: 1)
    doubts.look(at: xs, ys, areas: areas.span)
    block.areas = areas
  }

  /// Throws if points and polygons hardly mean the same.
  func check() throws { try doubts.check(layer) }
}
