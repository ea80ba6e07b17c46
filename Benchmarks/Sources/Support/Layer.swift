import Geo

/// The areas of a file's first layer, in the order of the file.
package func readAreas(_ path: String) throws -> [MultiPolygon] {
  var reader = try VectorReader(path: path)
  var areas: [MultiPolygon] = []
  while let feature = try reader.next() {
    if case .area(let area) = feature.geometry { areas.append(area) }
  }
  return areas
}

/// Writes areas with a column `code` that is unlike their place.
package func writeAreas(_ areas: [MultiPolygon], to path: String, crs: CoordinateSystem) throws {
  var writer = try VectorWriter(creating: path, overwrite: true)
  try writer.createLayer(
    "areas", geometry: .area, crs: crs, fields: [FieldDefinition("code", .text)])
  for (place, area) in areas.enumerated() {
    let code = "A\(100_000 + place * 7)"
    try writer.append(Feature(values: [.text(code)], geometry: .area(area)), to: "areas")
  }
  try writer.close()
}
