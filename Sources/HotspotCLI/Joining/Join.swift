import Geo

/// A join of points with polygons: row by row from delimited text to delimited text, feature by
/// feature between all other formats.
struct Join {
  /// What a join came to.
  struct Outcome {
    var count: JoinCount
    var warnings: [String]
  }

  private let plan: JoinPlan

  init(_ plan: JoinPlan) {
    self.plan = plan
  }

  /// Writes the output.
  func run(_ console: Console) throws -> Outcome {
    var outcome = try joinRows(console) ?? joinFeatures(console)
    outcome.warnings = plan.layer.warnings + outcome.warnings
    if outcome.count.read > 0, outcome.count.inside == 0 {
      outcome.warnings.append(
        "no point lies in a polygon: check --from, --polygons-from and the columns of the position")
    }
    return outcome
  }

  /// The join of delimited text; nil if files or columns are of another kind.
  private func joinRows(_ console: Console) throws -> Outcome? {
    guard plan.hasDelimitedPoints, plan.pointsLayer == nil else { return nil }
    let reader = try DelimitedReader(path: plan.points, encoding: plan.encoding)
    guard plan.copiesRows(reader) else { return try stream(nil) }
    guard
      let columns = try PositionColumns(headings: reader.headings, lon: plan.lon, lat: plan.lat)
    else { return try stream(nil) }
    let placer = try PointPlacer(
      from: plan.from, stated: nil, isPlanar: columns.isPlanar, to: plan.layer, file: plan.points)
    var target = try JoinedRows(plan, headings: reader.headings, dialect: reader.dialect)
    let size = Int(truncatingIfNeeded: reader.size ?? 0)
    var source = LocatedRows(reader, columns, placer: placer, in: plan.layer)
    try RowJoin.run(
      &source, into: &target, bar: console.progressBar("join", total: size))
    try source.check()
    let (count, remarks) = try target.finish()
    return Outcome(count: count, warnings: remarks.texts)
  }

  /// A stream can be read only once, and only as delimited text.
  private func stream(_ outcome: Outcome?) throws -> Outcome? {
    guard plan.points == "-" || plan.output == "-" else { return outcome }
    throw CommandFailure(
      status: .usage, message: "streams are CSV with columns of positions, both in and out",
      hint: "Name the columns with --lon and --lat, or write files.")
  }

  private func joinFeatures(_ console: Console) throws -> Outcome {
    _ = try stream(nil)
    var reader = try VectorReader(
      path: plan.points, layer: plan.pointsLayer, encoding: plan.encoding)
    let isTable = reader.geometryKind == .none
    let columns = try PositionColumns(reader.fields, lon: plan.lon, lat: plan.lat)
    if isTable, columns == nil { throw noPositions(reader.fields) }
    guard ![.lines, .area].contains(reader.geometryKind) else {
      throw CommandFailure(
        status: .badData, message: "points are needed, found \(reader.geometryKind.rawValue)",
        file: plan.points, hint: "Points come first, then polygons.")
    }
    var join = try FeatureJoin(plan, reader: reader, columns: columns)
    let total = console.showsProgress ? try reader.featureCount() : 0
    try join.run(&reader, bar: console.progressBar("join", total: total))
    let read = reader.warnings
    let (count, remarks, written) = try join.finish()
    return Outcome(count: count, warnings: remarks.texts + read + written)
  }

  private func noPositions(_ fields: [FieldDefinition]) -> CommandFailure {
    CommandFailure(
      status: .badData, message: "the layer has neither geometries nor columns of coordinates",
      file: plan.points,
      hint: "Name the columns with --lon and --lat: there is "
        + fields.map(\.name).joined(separator: ", ") + ".")
  }
}
