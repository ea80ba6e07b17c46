import Geo

/// Features with the polygon that holds each; one task at a time uses a block, hence `Sendable`.
final class FeatureBlock: @unchecked Sendable {
  fileprivate(set) var features: [Feature] = []
  /// What each feature says of its place.
  fileprivate(set) var readings: [PointReading] = []
  /// The place of each among the polygons; NaN if it has none.
  fileprivate(set) var xs: [Double] = []
  fileprivate(set) var ys: [Double] = []
  /// The polygon of each, -1 for none.
  fileprivate(set) var areas: [Int32] = []
}

/// What a feature says of its place.
enum PointReading: Sendable, Hashable {
  case position(Coordinate)
  case blank
  case unreadable(String)

  /// Reads the geometry of a feature, or its columns of a position.
  init(_ feature: Feature, _ columns: PositionColumns?) {
    guard let columns else {
      switch feature.geometry {
      case .point(let position)?: self = .position(position)
      case .multiPoint(let positions)? where positions.count == 1: self = .position(positions[0])
      case nil: self = .blank
      default: self = .unreadable("a single point is needed")
      }
      return
    }
    if let position = columns.position(in: feature.values) {
      self = .position(position)
    } else {
      self =
        columns.isBlankOrNumber(in: feature.values)
        ? .blank : .unreadable("the position is no pair of numbers")
    }
  }
}

/// The features of any format, located.
struct LocatedFeatures: ~Copyable {
  private var reader: VectorReader
  private var placer: PointPlacer
  private let layer: AreaLayer
  private let columns: PositionColumns?
  private var doubts = JoinDoubts()
  /// How many features are read.
  private(set) var count = 0

  /// Takes the features of a reader; `columns` hold the position in a table.
  init(
    _ reader: consuming VectorReader, _ columns: PositionColumns?,
    placer: consuming PointPlacer, in layer: AreaLayer
  ) {
    self.columns = reader.geometryKind == .none ? columns : nil
    self.reader = reader
    self.placer = placer
    self.layer = layer
  }

  /// What GDAL warned of.
  var warnings: [String] { reader.warnings }

  /// Reads and locates the next features; false at the end.
  mutating func read(into block: FeatureBlock) throws -> Bool {
    block.features = try reader.nextBatch()
    block.readings = block.features.map { PointReading($0, columns) }
    let positions = block.readings.map { reading in
      if case .position(let position) = reading { position } else { Coordinate(.nan, .nan) }
    }
    var (xs, ys) = (positions.map(\.x), positions.map(\.y))
    try placer.place(&xs, &ys)
    let areas = layer.index.locate(xs: xs, ys: ys, threads: 1)
    doubts.look(at: xs.span, ys.span, areas: areas.span)
    (block.xs, block.ys, block.areas) = (xs, ys, areas)
    count += block.features.count
    return !block.features.isEmpty
  }

  /// Throws if points and polygons hardly mean the same.
  func check() throws { try doubts.check(layer) }
}
