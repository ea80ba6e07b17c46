import CampaignData
import Geo
import Terminal

/// The columns of a table that hold longitude and latitude, or x and y.
struct PositionColumns: Sendable, Hashable {
  /// Index of the longitude, or x.
  let lon: Int
  /// Index of the latitude, or y.
  let lat: Int
  /// Whether they are named x and y, as positions in a plane are too.
  let isPlanar: Bool

  /// Headings that do not say whether degrees or metres are meant.
  private static let planarHeadings = Set(
    ["x", "y", "x坐标", "y坐标", "横坐标", "纵坐标"].map(FoldedText.init))

  /// Finds them by the names given, else by the headings that are known, longitude and latitude
  /// before x and y; nil if there are none.
  ///
  /// Throws if only one is there, or a name given is not.
  init?(_ fields: [FieldDefinition], lon: String?, lat: String?) throws {
    try self.init(headings: fields.map(\.name), lon: lon, lat: lat)
  }

  /// The same by headings alone.
  init?(headings: [String], lon: String?, lat: String?) throws {
    let x = try Self.index(lon, of: "lon", in: headings)
    let y = try Self.index(lat, of: "lat", in: headings)
    switch (x, y) {
    case (let x?, let y?):
      (self.lon, self.lat) = (x, y)
      isPlanar = Self.isPlanar(headings[x]) && Self.isPlanar(headings[y])
    case (nil, nil): return nil
    default:
      throw CommandFailure(
        status: .usage, message: "only one of longitude and latitude has a column",
        hint: "Name both with --lon and --lat.")
    }
    guard x != y else {
      throw CommandFailure(
        status: .usage, message: "longitude and latitude are the same column",
        hint: "Name two with --lon and --lat.")
    }
  }

  private static func isPlanar(_ heading: String) -> Bool {
    planarHeadings.contains(FoldedText(heading))
  }

  private static func index(
    _ name: String?, of column: String, in headings: [String]
  ) throws -> Int? {
    guard let name else {
      let known = Schema.pointColumns.first { $0.name == column }
      let found = headings.indices.filter { known?.matches(heading: headings[$0]) == true }
      return found.first { !isPlanar(headings[$0]) } ?? found.first
    }
    if let index = headings.firstIndex(of: name) { return index }
    throw CommandFailure(
      status: .usage, message: "there is no column \"\(name)\"",
      hint: "Columns: " + headings.joined(separator: ", ") + ".")
  }

  /// The position in a row; nil where a value is no number.
  func position(in values: [FieldValue]) -> Coordinate? {
    guard let x = Self.number(values[lon]), let y = Self.number(values[lat]) else { return nil }
    let position = Coordinate(x, y)
    return position.isFinite ? position : nil
  }

  /// Whether neither value is anything but a number or blank.
  func isBlankOrNumber(in values: [FieldValue]) -> Bool {
    [lon, lat].allSatisfy { place in
      if case .text(let text) = values[place], text.allSatisfy(\.isWhitespace) { return true }
      return values[place] == .null || Self.number(values[place])?.isFinite == true
    }
  }

  /// The number that a value is or spells; nil for none.
  static func number(_ value: FieldValue) -> Double? {
    switch value {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .text(let text): Double(text.filter { !$0.isWhitespace })
    case .null: nil
    }
  }
}
