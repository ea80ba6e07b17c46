import Geo
import Publishing
import Terminal

/// The cells of a density map and how they are written.
struct DensityCells {
  let grid: DensityGrid
  let values: [Double]
  let system: CoordinateSystem?
  /// What the values count by; nil for ratios.
  var unit: DensityUnit?

  /// How a map shows them.
  var style: MapStyle {
    let highest = values.reduce(0) { $1 > $0 ? $1 : $0 }
    return .density(
      column: "density", breaks: ClassBreaks.round(below: highest), unit: unit)
  }

  /// A map of more bytes is refused.
  private static let byteLimit = 1 << 31
  /// What stands for no value in a raster.
  private static let noData = -9999.0

  /// The cells around all points and as far as they reach, or those of a study area.
  ///
  /// Throws before anything is computed if the map would take too much memory.
  static func grid(
    _ field: DensityField, in envelope: Envelope?, cell: Double, of file: String
  ) throws -> DensityGrid {
    var box = envelope ?? field.points.envelope
    if envelope == nil {
      let reach =
        field.density.kernel == .gaussian ? 4 * field.density.bandwidth : field.density.reach
      box = Envelope(
        minX: box.minX - reach, minY: box.minY - reach, maxX: box.maxX + reach,
        maxY: box.maxY + reach)
    }
    // A map and its copy for the file; ratios take both densities.
    var bytes = box.width / cell * (box.height / cell) * (field.denominator == nil ? 16 : 32)
    if field.area != nil {
      // The border's correction looks as far as a kernel reaches.
      let margin = 2 * field.density.reach
      bytes += (box.width + margin) / cell * ((box.height + margin) / cell) * 64
    }
    guard bytes < Double(byteLimit), let grid = DensityGrid(covering: box, cell: cell) else {
      let fitting = (cell * (bytes / Double(byteLimit)).squareRoot() * 1.05).rounded(.up)
      throw CommandFailure(
        status: .usage,
        message: "a map of \(AnalysisRecord.metres(box.width / 1000)) by"
          + " \(AnalysisRecord.metres(box.height / 1000)) km in cells of"
          + " \(AnalysisRecord.metres(cell)) m would take \(AnalysisRecord.metres(bytes / 1e9)) GB"
          + " of memory, more than 2.1", file: file,
        hint: "Give --cell \(AnalysisRecord.metres(fitting)) or more, or look for positions far"
          + " away from all others.")
    }
    return grid
  }

  /// Writes a raster, squares or a table, as the file's ending or the format says.
  func write(_ target: TargetFile) throws -> [String] {
    if target.isRaster { return try writeRaster(target) }
    if let dialect = target.dialect { return try writeTable(target, dialect) }
    return try writeSquares(target)
  }

  private func writeRaster(_ target: TargetFile) throws -> [String] {
    var writer = try RasterWriter(
      creating: target.path, width: grid.columns, height: grid.rows,
      transform: GeoTransform(
        northWest: Coordinate(grid.minX, grid.maxY), cellWidth: grid.cell,
        cellHeight: grid.cell),
      crs: system, noData: Self.noData, sampleType: .float64,
      layout: target.format?.uppercased() == "GTIFF" ? .geoTIFF : .cloudOptimised,
      overwrite: target.overwrites)
    try writer.write(values)
    try writer.close()
    return []
  }

  private func writeTable(_ target: TargetFile, _ dialect: DelimitedDialect) throws -> [String] {
    var writer = try DelimitedWriter(
      creating: target.path, headings: ["x", "y", "density"], dialect: dialect,
      overwrite: target.overwrites)
    for place in values.indices where values[place] > 0 {
      let position = centre(place)
      try writer.append(["\(position.x)", "\(position.y)", "\(values[place])"])
    }
    try writer.close()
    return []
  }

  private func writeSquares(_ target: TargetFile) throws -> [String] {
    var file = try PlaneAreas(
      target, layer: "density",
      fields: [
        FieldDefinition("column", .integer), FieldDefinition("row", .integer),
        FieldDefinition("density", .real),
      ], in: system)
    for place in values.indices where values[place] > 0 {
      if place % 4096 == 0 { try Interruption.check() }
      try file.append(
        MultiPolygon([square(place)]),
        [
          .integer(Int64(place % grid.columns)), .integer(Int64(place / grid.columns)),
          .real(values[place]),
        ])
    }
    return try file.close(style)
  }

  private func centre(_ place: Int) -> Coordinate {
    Coordinate(grid.x(ofColumn: place % grid.columns), grid.y(ofRow: place / grid.columns))
  }

  private func square(_ place: Int) -> Polygon {
    let (c, half) = (centre(place), grid.cell / 2)
    return Polygon(exterior: [
      Coordinate(c.x - half, c.y - half), Coordinate(c.x + half, c.y - half),
      Coordinate(c.x + half, c.y + half), Coordinate(c.x - half, c.y + half),
      Coordinate(c.x - half, c.y - half),
    ])
  }

  /// The size of the map and where it is highest.
  var members: [JSONText.Member] {
    var best = 0
    var above = 0
    for place in values.indices where values[place] > 0 {
      above += 1
      if !(values[best] >= values[place]) { best = place }
    }
    let position = centre(best)
    return [
      .init("cell", .decimal(grid.cell, places: 3)), .init("columns", .integer(grid.columns)),
      .init("rows", .integer(grid.rows)), .init("cells_above_zero", .integer(above)),
      .init("highest", .decimal(values[best], places: 9)),
      .init("highest_x", .decimal(position.x, places: 3)),
      .init("highest_y", .decimal(position.y, places: 3)),
    ]
  }

  /// How many points, or how much weight, all cells together hold.
  func total(days: Double?) -> Double? {
    let sum = values.reduce(0) { $1.isNaN ? $0 : $0 + $1 }
    return sum * grid.cell * grid.cell / 1e6 * (days ?? 1)
  }
}
