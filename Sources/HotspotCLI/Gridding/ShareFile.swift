import Geo
import Terminal

/// The table of what polygons, or groups of them, have of each cell.
struct ShareFile: ~Copyable {
  private var writer: VectorWriter
  private let groups: ShareGroups
  private let scheme: GridScheme

  private static let layer = "shares"

  /// Starts the file; it takes its place when `write` succeeds.
  init(_ path: String, groups: ShareGroups, scheme: GridScheme, overwrite: Bool) throws {
    var writer = try VectorWriter(creating: path, overwrite: overwrite)
    try writer.createLayer(
      Self.layer, geometry: .none, crs: nil,
      fields: [FieldDefinition("cell_id", .text)] + groups.fields + [
        FieldDefinition("share_of_cell", .real), FieldDefinition("share_of_area", .real),
        FieldDefinition("area_m2", .real),
      ])
    self.writer = writer
    self.groups = groups
    self.scheme = scheme
  }

  /// Writes all shares and puts the file in its place; `areas` are the groups' whole areas.
  consuming func write(_ census: GridCensus, areas: [Double]) throws {
    let whole = scheme.cutting.size * scheme.cutting.size
    for (number, share) in census.shares.enumerated() {
      if number % 256 == 0 { try Interruption.check() }
      let values =
        [.text(scheme.name(of: share.cell))] + groups.values[share.group] + [
          .real(share.area / whole), .real(share.area / areas[share.group]), .real(share.area),
        ]
      try writer.append(Feature(values: values), to: Self.layer)
    }
    try writer.close()
  }
}
