import Geo

/// The file of features with their polygons' columns, in any format.
struct JoinedFeatures: ~Copyable {
  private var file: FeatureFile
  /// Brings shifted positions to WGS-84, which alone a geometry may be in.
  private var straightener: PlaceConverter?
  private let layer: AreaLayer
  private let joined: JoinedColumns
  private let givesAll: Bool
  private let nearest: Double?
  private var count = JoinCount()
  private var remarks = JoinRemarks()

  /// Starts the file; points are in `reference`.
  init(_ plan: JoinPlan, reader: borrowing VectorReader, reference: PlaceReference?) throws {
    let joined = try JoinedColumns(
      plan.columns, of: plan.layer, besides: reader.fields.map(\.name),
      withDistance: plan.nearest != nil)
    let straightener =
      reference?.isShifted == true
      ? try PlaceConverter(
        from: reference, stated: nil, to: .datum(.wgs84), file: plan.points) : nil
    file = try FeatureFile.make(
      plan.target, layer: reader.layer, fields: reader.fields + joined.fields,
      isTable: reader.geometryKind == .none,
      crs: straightener == nil ? reference?.outputSystem : .wgs84)
    self.straightener = straightener
    self.joined = joined
    layer = plan.layer
    givesAll = plan.givesAll
    nearest = plan.nearest
  }

  /// Writes the features of a block.
  mutating func write(_ block: FeatureBlock) throws {
    for (place, feature) in block.features.enumerated() {
      guard note(block.readings[place], area: block.areas[place]) else { continue }
      var position: Coordinate?
      if case .position(let given) = block.readings[place] { position = try straightened(given) }
      let placed = Coordinate(block.xs[place], block.ys[place])
      if let nearest {
        let near = layer.nearest(placed, within: nearest)
        if let near, near.metres > 0 { count.near += 1 }
        let values = joined.values(of: near?.area, in: layer) + [near?.value ?? .null]
        try file.append(feature.values + values, at: position)
        continue
      }
      for area in holders(block.areas[place], placed) {
        try file.append(feature.values + joined.values(of: area, in: layer), at: position)
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

  /// Counts a feature; false if it cannot be written.
  private mutating func note(_ reading: PointReading, area: Int32) -> Bool {
    switch reading {
    case .position: if area >= 0 { count.inside += 1 } else { count.outside += 1 }
    case _ where file.dropsUnplaced:
      count.rejected += 1
      remarks.add(row: count.read, "without a place, which FlatGeobuf cannot hold: write .gpkg")
      return false
    case .blank: count.blank += 1
    case .unreadable(let reason):
      count.unreadable += 1
      remarks.add(row: count.read, reason)
    }
    return true
  }

  /// Puts the output in its place; returns what became of the features and what is odd about them.
  mutating func finish() throws -> (JoinCount, [String]) {
    let (count, warnings) = (count, remarks.texts + file.warnings)
    try file.close()
    return (count, warnings)
  }
}
