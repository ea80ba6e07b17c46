import CampaignData
import Geo

/// The columns of a table that hold longitude and latitude.
struct PositionColumns: Sendable, Hashable {
  /// Index of the longitude.
  let lon: Int
  /// Index of the latitude.
  let lat: Int

  /// Finds them by the names given, else by the headings that are known; nil if there are none.
  ///
  /// Throws if only one is there, or a name given is not.
  init?(_ fields: [FieldDefinition], lon: String?, lat: String?) throws {
    let x = try Self.index(lon, of: "lon", in: fields)
    let y = try Self.index(lat, of: "lat", in: fields)
    switch (x, y) {
    case (let x?, let y?): (self.lon, self.lat) = (x, y)
    case (nil, nil): return nil
    default:
      throw CommandFailure(
        status: .usage, message: "only one of longitude and latitude has a column",
        hint: "Name both with --lon and --lat.")
    }
  }

  private static func index(
    _ name: String?, of column: String, in fields: [FieldDefinition]
  ) throws -> Int? {
    guard let name else {
      let known = Schema.pointColumns.first { $0.name == column }
      return fields.firstIndex { known?.matches(heading: $0.name) == true }
    }
    if let index = fields.firstIndex(where: { $0.name == name }) { return index }
    throw CommandFailure(
      status: .usage, message: "there is no column \"\(name)\"",
      hint: "Columns: " + fields.map(\.name).joined(separator: ", ") + ".")
  }

  /// The position in a row; nil where a value is no number.
  func position(in values: [FieldValue]) -> Coordinate? {
    guard let x = Self.number(values[lon]), let y = Self.number(values[lat]) else { return nil }
    let position = Coordinate(x, y)
    return position.isFinite ? position : nil
  }

  private static func number(_ value: FieldValue) -> Double? {
    switch value {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .text(let text): Double(text.filter { !$0.isWhitespace })
    case .null: nil
    }
  }
}
