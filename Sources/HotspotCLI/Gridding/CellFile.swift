import Geo
import Terminal

/// The file of cells.
struct CellFile: ~Copyable {
  private var writer: VectorWriter
  private let scheme: GridScheme
  private var outward: Transformer?
  /// Stretches that a side is drawn in, so that it stays the side of a square where it is bent.
  private let stretches: Int

  private static let layer = "grid"
  /// Formats whose coordinates are longitude and latitude of WGS-84 by their specification.
  private static let inDegrees = ["GeoJSON", "GeoJSONSeq", "KML", "LIBKML"]
  /// A straight line of this length in metres departs from the one in degrees by a centimetre.
  private static let stretch = 800.0

  /// Starts the file; it takes its place when `write` succeeds.
  init(_ path: String, scheme: GridScheme, format: String?, overwrite: Bool) throws {
    var writer = try VectorWriter(creating: path, driver: format, overwrite: overwrite)
    let isInDegrees = Self.inDegrees.contains(writer.driver)
    let outward = isInDegrees ? try Transformer(from: scheme.crs, to: .wgs84) : nil
    var fields = [FieldDefinition("cell_id", .text)]
    if scheme.hasSubCells { fields.append(FieldDefinition("parent_id", .text)) }
    fields += [
      FieldDefinition("column", .integer), FieldDefinition("row", .integer),
      FieldDefinition("covered", .real),
    ]
    try writer.createLayer(
      Self.layer, geometry: .area, crs: isInDegrees ? .wgs84 : scheme.crs, fields: fields)
    self.writer = writer
    self.scheme = scheme
    self.outward = outward
    stretches = isInDegrees ? max(1, Int((scheme.cutting.size / Self.stretch).rounded(.up))) : 1
  }

  /// Writes all cells and puts the file in its place.
  consuming func write(_ census: GridCensus) throws {
    let whole = scheme.cutting.size * scheme.cutting.size
    for (number, cell) in census.cells.enumerated() {
      if number % 256 == 0 { try Interruption.check() }
      var ring = scheme.envelope(of: cell.id).border(stretches: stretches)
      if outward != nil { _ = outward?.transform(&ring) }
      try writer.append(
        Feature(
          values: values(cell.id) + [.real(min(1, cell.area / whole))],
          geometry: .area(MultiPolygon([Polygon(exterior: ring)]))),
        to: Self.layer)
    }
    try writer.close()
  }

  private func values(_ cell: CellID) -> [FieldValue] {
    guard scheme.hasSubCells else {
      return [
        .text(cell.description), .integer(Int64(cell.column)), .integer(Int64(cell.row)),
      ]
    }
    let sub = scheme.grid.subCell(cell)
    return [
      .text(sub.description), .text(sub.cell.description), .integer(Int64(sub.column)),
      .integer(Int64(sub.row)),
    ]
  }
}
