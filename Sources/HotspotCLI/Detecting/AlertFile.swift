import CampaignData
import Geo
import Inspection
import Publishing

/// Alerts as a file, with the columns that `hotspot import alerts` knows.
struct AlertFile {
  let alerts: [FoundAlert]
  let cells: CellLayer
  let issuedAt: Moment

  private static let fields =
    ["id", "cell_id", "city_code", "period", "reason"].map { FieldDefinition($0, .text) }
    + ["value", "change", "lon", "lat"].map { FieldDefinition($0, .real) }
    + ["consecutive", "total"].map { FieldDefinition($0, .integer) }
    + ["issued_at", "detected_by", "rule_version", "input_hash"].map { FieldDefinition($0, .text) }

  /// Writes the file; returns what GDAL warned of.
  func write(to path: String, format: String?, overwrite: Bool) throws -> [String] {
    let file = DetectedFile(
      path: path, format: format, overwrites: overwrite, layer: "alerts", fields: Self.fields,
      style: .alerts(column: "reason"))
    let middles = try Self.middles(of: cells)
    return try file.write(
      alerts.map { (cell: $0.cell, values: values($0, middles[$0.cell])) }, of: cells)
  }

  /// Longitude and latitude of the cells' centres, seven decimals.
  static func middles(of cells: CellLayer) throws -> [Coordinate] {
    try cells.areas(in: .datum(.wgs84), file: cells.path).map { area in
      let middle = area.centroid ?? Coordinate(.nan, .nan)
      return Coordinate((middle.x * 1e7).rounded() / 1e7, (middle.y * 1e7).rounded() / 1e7)
    }
  }

  private func values(_ alert: FoundAlert, _ middle: Coordinate) -> [FieldValue] {
    let fact = alert.fact(of: cells, knownAt: issuedAt)
    func number(_ value: Double?) -> FieldValue {
      value.flatMap { $0.isFinite ? .real($0) : nil } ?? .null
    }
    func count(_ value: Int?) -> FieldValue { value.map { .integer(Int64($0)) } ?? .null }
    return [
      .text(fact.id), .text(fact.cellID), cells.cities[alert.cell].map { .text($0) } ?? .null,
      .text(fact.period), .text(fact.reason), number(fact.value), number(fact.change),
      number(middle.x), number(middle.y), count(alert.repeats?.consecutive),
      count(alert.repeats?.total), .text(issuedAt.description), .text(FoundAlert.detectedBy),
      .text(alert.rule), .text(alert.inputHash),
    ]
  }
}
