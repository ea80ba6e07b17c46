import Geo
import Terminal

/// Where stations are, by name.
struct StationPlaces: Sendable {
  /// The file.
  let path: String
  /// Longitude and latitude, WGS-84, by the station's name.
  private(set) var positions: [String: Coordinate] = [:]
  /// The city of those that name one.
  private(set) var cities: [String: String] = [:]

  static let names = [
    "station", "station_id", "name", "id", "site", "站点", "站名", "监测点", "站点名称", "编号",
  ]
  private static let cityNames = ["city_code", "city", "城市代码", "城市"]

  /// Reads a table or layer of points with a row or more a station; `reference` says what the
  /// coordinates are in, nil for what the file says, else WGS-84.
  init(reading path: String, from reference: PlaceReference?) throws {
    self.path = path
    var reader = try VectorReader(path: path)
    let fields = reader.fields
    let columns = try PositionColumns(fields, lon: nil, lat: nil)
    guard let station = fields.column(knownAs: Self.names),
      columns != nil || reader.geometryKind == .point
    else {
      throw CommandFailure(
        status: .badData, message: "no columns say where each station is", file: path,
        hint: "Name them station, lon and lat. Columns: "
          + fields.map(\.name).joined(separator: ", ") + ".")
    }
    let city = fields.column(knownAs: Self.cityNames)
    let stated = columns == nil ? reader.crs : .wgs84
    var converter = try PlaceConverter(
      from: reference, stated: stated, to: .datum(.wgs84), file: path)
    var row = 0
    while let feature = try reader.next() {
      row += 1
      let name = feature.values[station].text.filter { !$0.isNewline }
      if positions[name] != nil { continue }
      var place = columns?.position(in: feature.values)
      if columns == nil, case .point(let point)? = feature.geometry { place = point }
      guard let place, case .point(let moved)? = try? converter.convert(.point(place)),
        abs(moved.x) <= 180, abs(moved.y) <= 90
      else {
        throw CommandFailure(
          status: .badData, message: "station \"\(name)\" has no longitude and latitude",
          file: path, row: row,
          hint: "Correct its lon and lat, or say what they are in with --from.")
      }
      positions[name] = moved
      if let city { cities[name] = feature.values[city].text }
    }
  }
}

extension [FieldDefinition] {
  /// The first column that is called one of some names, in the order of the names.
  func column(knownAs names: [String]) -> Int? {
    names.lazy.compactMap { name in firstIndex { $0.name.lowercased() == name } }.first
  }
}
