import Geo
import Terminal

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
    var source = LocatedRows(reader, columns, placer: placer, in: plan.layer)
    let size = Int(truncatingIfNeeded: source.size ?? 0)
    var bar = console.progressBar("join", total: size)
    try Pipeline.run(
      (LocatedBlock(), LocatedBlock()),
      read: { block in
        bar.update(Int(truncatingIfNeeded: source.bytesRead))
        return try source.read(into: block)
      }, write: { try target.write($0) })
    bar.finish()
    try source.check()
    let (count, warnings) = try target.finish()
    return Outcome(count: count, warnings: warnings)
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
    let placer = try PointPlacer(
      from: plan.from, stated: isTable ? nil : reader.crs, isPlanar: columns?.isPlanar ?? false,
      to: plan.layer, file: plan.points)
    var target = try JoinedFeatures(plan, reader: reader, reference: placer.reference)
    var bar = console.progressBar(
      "join", total: console.showsProgress ? try reader.featureCount() : 0)
    var source = LocatedFeatures(reader, columns, placer: placer, in: plan.layer)
    try Pipeline.run(
      (FeatureBlock(), FeatureBlock()),
      read: { block in
        bar.update(source.count)
        return try source.read(into: block)
      }, write: { try target.write($0) })
    bar.finish()
    try source.check()
    let (count, warnings) = try target.finish()
    return Outcome(count: count, warnings: source.warnings + warnings)
  }

  private func noPositions(_ fields: [FieldDefinition]) -> CommandFailure {
    CommandFailure(
      status: .badData, message: "the layer has neither geometries nor columns of coordinates",
      file: plan.points,
      hint: "Name the columns with --lon and --lat: there is "
        + fields.map(\.name).joined(separator: ", ") + ".")
  }
}
