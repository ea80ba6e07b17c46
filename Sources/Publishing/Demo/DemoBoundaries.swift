import CampaignData
import Geo
import Inspection

/// Borders of a synthetic campaign as GeoPackages, WGS-84.
enum DemoBoundaries {
  /// Writes counties to a new file.
  static func write(_ counties: [CountyArea], to path: String) throws {
    let rows = counties.map { county in
      Feature(
        values: texts(county.code, county.name, county.cityCode, county.knownAt.description),
        geometry: .area(county.area))
    }
    try write(rows, layer: "counties", fields: ["code", "name", "city_code", "known_at"], to: path)
  }

  /// Writes townships, each with the source of its border, to a new file.
  static func write(_ townships: [Township], to path: String) throws {
    let rows = townships.map { township in
      Feature(
        values: texts(
          township.code, township.name, township.countyCode, township.county, township.cityCode,
          township.source, township.knownAt.description),
        geometry: .area(township.area))
    }
    let fields = ["code", "name", "county_code", "county", "city_code", "source", "known_at"]
    try write(rows, layer: "townships", fields: fields, to: path)
  }

  private static func write(
    _ rows: [Feature], layer: String, fields: [String], to path: String
  ) throws {
    var writer = try VectorWriter(creating: path, driver: "GPKG")
    try writer.createLayer(
      layer, geometry: .area, crs: .wgs84, fields: fields.map { FieldDefinition($0, .text) })
    for row in rows { try writer.append(row, to: layer) }
    try writer.close()
  }

  private static func texts(_ texts: String...) -> [FieldValue] {
    texts.map(FieldValue.text)
  }
}
