import Geo
import Inspection
import Publishing

/// A list of hot cells as a file.
struct HotCellFile {
  let list: HotCellList
  /// Whether cells on neither list are written too.
  let hasAll: Bool

  private static let fields = [
    FieldDefinition("cell_id", .text), FieldDefinition("city_code", .text),
    FieldDefinition("mean", .real), FieldDefinition("valued_share", .real),
    FieldDefinition("rank", .integer), FieldDefinition("hot", .integer),
    FieldDefinition("standing", .text),
  ]

  /// Writes the file; returns what GDAL warned of.
  func write(to path: String, format: String?, overwrite: Bool) throws -> [String] {
    let file = DetectedFile(
      path: path, format: format, overwrites: overwrite, layer: "hot_cells", fields: Self.fields,
      style: .hotCells(column: "standing"))
    let rows = (list.listed + (hasAll ? list.unlisted : [])).enumerated().map { place, cell in
      (cell: cell, values: values(cell, rank: place < list.hot.count ? place + 1 : nil))
    }
    return try file.write(rows, of: list.cells)
  }

  private func values(_ cell: Int, rank: Int?) -> [FieldValue] {
    let mean = list.means.values[cell]
    return [
      .text(list.cells.ids[cell]), list.cells.cities[cell].map { .text($0) } ?? .null,
      mean.isNaN ? .null : .real(mean), .real(list.means.shares[cell]),
      rank.map { .integer(Int64($0)) } ?? .null, .integer(rank == nil ? 0 : 1),
      .text(list.standings[cell].rawValue),
    ]
  }
}
