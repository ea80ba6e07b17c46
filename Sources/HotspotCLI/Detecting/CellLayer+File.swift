import CampaignData
import Geo
import Terminal

extension CellLayer {
  private static let idNames = ["cell_id", "id", "网格编号"]
  private static let cityNames = ["city_code", "city_codes", "city", "城市代码"]

  /// The polygons of a file.
  ///
  /// - Parameters:
  ///   - path: A file or connection that GDAL reads.
  ///   - layer: Its layer; the first if none is named.
  ///   - reference: What its coordinates are in; nil for what it says.
  ///   - id: The column of identifiers; without one that is known, rows from 1 on.
  ///   - city: The column of cities; of several in a list the first counts.
  init(
    reading path: String, layer: String?, from reference: PlaceReference?, id: String?,
    city: String?
  ) throws {
    var reader = try VectorReader(path: path, layer: layer)
    let fields = reader.fields
    let idColumn = try Self.column(id, known: Self.idNames, in: fields, of: path)
    let cityColumn = try Self.column(city, known: Self.cityNames, in: fields, of: path)
    let hotColumn = try Self.column(nil, known: ["hot"], in: fields, of: path)
    guard let stated = reference ?? reader.crs.map({ .system($0) }) else {
      throw CommandFailure(
        status: .usage, message: "the file does not say what its coordinates are in", file: path,
        hint: "Say it with --cells-from: wgs84, gcj02, bd09, cgcs2000 or EPSG:n.")
    }
    var ids: [String] = []
    var cities: [String?] = []
    var areas: [MultiPolygon] = []
    var hot: [Bool] = []
    var rows: [String: Int] = [:]
    while let feature = try reader.next() {
      if ids.count % 1024 == 0 { try Interruption.check() }
      let row = ids.count + 1
      guard case .area(let area)? = feature.geometry else {
        throw CommandFailure(
          status: .badData, message: "the cell is no polygon", file: path, row: row,
          hint: "Name a layer of polygons with --cells-layer, or leave that row out.")
      }
      let name = idColumn.map { feature.values[$0].text } ?? String(row)
      if let other = rows.updateValue(row, forKey: name) {
        throw CommandFailure(
          status: .badData, message: "cell \"\(name)\" stands in row \(other) too", file: path,
          row: row, hint: "Every cell needs its own identifier: name its column with --id.")
      }
      ids.append(name)
      areas.append(area)
      cities.append(cityColumn.flatMap { Self.firstWord(feature.values[$0]) })
      hot.append(hotColumn.map { feature.values[$0].number ?? 0 } != 0 && hotColumn != nil)
    }
    guard !ids.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "the layer has no cells", file: path,
        hint: "Name another layer with --cells-layer.")
    }
    self.init(
      path: path, ids: ids, cities: cities, areas: areas, reference: stated,
      wasHot: hotColumn == nil ? nil : hot)
  }

  private static func column(
    _ name: String?, known: [String], in fields: [FieldDefinition], of path: String
  ) throws -> Int? {
    if let name { return try fields.column(name, in: path) }
    return known.lazy.compactMap { word in
      fields.firstIndex { $0.name.lowercased() == word }
    }.first
  }

  private static func firstWord(_ value: FieldValue) -> String? {
    value.text.split(whereSeparator: { ";,| ".contains($0) }).first.map(String.init)
  }
}
