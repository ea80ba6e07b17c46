import Geo

/// Joins features of any format with polygons and writes them in any format, some thousand at a
/// time; memory does not grow with the number of features.
struct FeatureJoin: ~Copyable {
  private var writer: VectorWriter
  private var placer: PointPlacer
  /// Brings shifted positions to WGS-84, which alone a geometry may be in.
  private var straightener: PlaceConverter?
  private let layer: AreaLayer
  private let joined: JoinedColumns
  private let columns: PositionColumns?
  private let outputLayer: String
  private let writesPoints: Bool
  private let givesAll: Bool
  private var count = JoinCount()
  private var remarks = JoinRemarks()
  private var doubts = JoinDoubts()

  private static let batch = 1 << 12

  /// Starts the output; it takes its place when `finish` succeeds.
  init(_ plan: JoinPlan, reader: borrowing VectorReader, columns: PositionColumns?) throws {
    let isTable = reader.geometryKind == .none
    let placer = try PointPlacer(
      from: plan.from, stated: isTable ? nil : reader.crs, isPlanar: columns?.isPlanar ?? false,
      to: plan.layer, file: plan.points)
    let joined = try JoinedColumns(
      plan.columns, of: plan.layer, besides: reader.fields.map(\.name))
    let reference = placer.reference
    let straightener =
      reference?.isShifted == true
      ? try PlaceConverter(
        from: reference, stated: nil, to: .datum(.wgs84), file: plan.points) : nil
    var writer = try VectorWriter(
      creating: plan.output, driver: plan.format, overwrite: plan.overwrites)
    // A table with columns of positions stays one where the format is a table itself.
    let keepsTable = isTable && ["CSV", "XLSX", "ODS"].contains(writer.driver)
    try writer.createLayer(
      reader.layer, geometry: keepsTable ? .none : .point,
      crs: straightener == nil ? reference?.outputSystem : .wgs84,
      fields: reader.fields + joined.fields)
    self.writer = writer
    self.placer = placer
    self.straightener = straightener
    self.joined = joined
    self.columns = isTable ? columns : nil
    layer = plan.layer
    outputLayer = reader.layer
    writesPoints = !keepsTable
    givesAll = plan.givesAll
  }

  /// Joins all features.
  mutating func run(_ reader: inout VectorReader, bar: ProgressBar) throws {
    var bar = bar
    var features: [Feature] = []
    features.reserveCapacity(Self.batch)
    var isMore = true
    while isMore {
      try Interruption.check()
      features.removeAll(keepingCapacity: true)
      while features.count < Self.batch, let feature = try reader.next() {
        features.append(feature)
      }
      isMore = features.count == Self.batch
      try join(features)
      bar.update(count.read)
    }
    bar.finish()
  }

  private mutating func join(_ features: [Feature]) throws {
    let readings = features.map { position(of: $0) }
    let xs = readings.map { (try? $0.get())?.x ?? .nan }
    let ys = readings.map { (try? $0.get())?.y ?? .nan }
    var (placedXs, placedYs) = (xs, ys)
    try placer.place(&placedXs, &placedYs)
    let areas = layer.index.locate(xs: placedXs, ys: placedYs)
    doubts.look(at: placedXs.span, placedYs.span, areas: areas.span)
    for (place, feature) in features.enumerated() {
      note(readings[place], area: areas[place])
      var result = feature
      result.id = -1
      if case .success(let position) = readings[place], writesPoints {
        result.geometry = .point(try straightened(position))
      }
      let held = holders(areas[place], Coordinate(placedXs[place], placedYs[place]))
      for area in held {
        result.values = feature.values + joined.values(of: area, in: layer)
        try writer.append(result, to: outputLayer)
      }
    }
  }

  /// The polygons that a feature is written with; nil is none.
  private func holders(_ area: Int32, _ position: Coordinate) -> [Int?] {
    guard area >= 0 else { return [nil] }
    return givesAll ? layer.index.locateAll(position).map { $0 } : [Int(area)]
  }

  private mutating func straightened(_ position: Coordinate) throws -> Coordinate {
    guard case .point(let moved)? = try straightener?.convert(.point(position)) else {
      return position
    }
    return moved
  }

  /// Why a feature has no position.
  private enum Unplaced: Error {
    case blank
    case unreadable(String)
  }

  private func position(of feature: Feature) -> Result<Coordinate, Unplaced> {
    guard let columns else {
      switch feature.geometry {
      case .point(let position)?: return .success(position)
      case .multiPoint(let positions)? where positions.count == 1: return .success(positions[0])
      case nil: return .failure(.blank)
      default: return .failure(.unreadable("a single point is needed"))
      }
    }
    if let position = columns.position(in: feature.values) { return .success(position) }
    let isReadable = columns.isBlankOrNumber(in: feature.values)
    return .failure(isReadable ? .blank : .unreadable("the position is no pair of numbers"))
  }

  private mutating func note(_ reading: Result<Coordinate, Unplaced>, area: Int32) {
    switch reading {
    case .success: if area >= 0 { count.inside += 1 } else { count.outside += 1 }
    case .failure(.blank): count.blank += 1
    case .failure(.unreadable(let reason)):
      count.unreadable += 1
      remarks.add(row: count.read, reason)
    }
  }

  /// Puts the output in its place; returns what became of the features and what is odd about them.
  consuming func finish() throws -> (JoinCount, JoinRemarks, [String]) {
    let (count, remarks, warnings) = (count, remarks, writer.warnings)
    try doubts.check(layer)
    try writer.close()
    return (count, remarks, warnings)
  }
}
