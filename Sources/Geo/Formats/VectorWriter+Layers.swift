import CGDAL

extension VectorWriter {
  /// Adds a layer.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - geometry: What geometry its features will have; layers of lines or areas hold collections
  ///     throughout where the format tells the two apart.
  ///   - crs: The coordinate system of the features, which are written as they are.
  ///   - fields: The columns, in the order of each feature's values.
  ///   - options: Layer creation options of GDAL's driver; they win over the defaults here.
  public mutating func createLayer(
    _ name: String, geometry: GeometryKind, crs: CoordinateSystem?, fields: [FieldDefinition],
    options: [String: String] = [:]
  ) throws(GDALError) {
    if transaction == .none { try start(.implicit) }
    let options = GDALOptions(
      LayerDefaults.options(driver, geometry).merging(options) { $1 })
    let type = LayerDefaults.type(driver, geometry)
    let layer: OGRLayerH?
    if let crs {
      layer = try crs.withOGR(path: path) { system in
        messages.collect {
          GDALDatasetCreateLayer(dataset, name, system, type, options.pointer)
        }
      }
    } else {
      layer = messages.collect {
        GDALDatasetCreateLayer(dataset, name, nil, type, options.pointer)
      }
    }
    guard let layer else { throw cannotCreate(name) }
    var indexes: [Int32] = []
    for field in fields { indexes.append(try create(field, in: layer, name)) }
    try remember(layer, as: name, fields: indexes)
  }

  /// Why a layer was not made.
  private func cannotCreate(_ name: String) -> GDALError {
    let failure = messages.takeFailure() ?? ""
    return failure.contains("already exists")
      ? GDALError(
        .alreadyExists, "there is a layer \(name) already: choose another name", cause: failure,
        path: path, layer: name)
      : GDALError.classified(
        .cannotWrite, "the layer was not made: check its name and kind of geometry",
        cause: failure, path: path, layer: name)
  }

  /// Makes a column and returns where it is.
  private func create(
    _ field: FieldDefinition, in layer: OGRLayerH, _ name: String
  ) throws(GDALError) -> Int32 {
    let type = LayerDefaults.type(driver, field.type)
    let definition = OGR_Fld_Create(field.name, type)
    defer { OGR_Fld_Destroy(definition) }
    if field.type == .boolean { OGR_Fld_SetSubType(definition, OFSTBoolean) }
    let before = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer))
    let outcome = messages.collect { OGR_L_CreateField(layer, definition, 1) }
    let failure = messages.takeFailure()
    guard outcome == OGRERR_NONE, failure == nil else {
      throw GDALError.classified(
        .cannotWrite, "field \(field.name) was not made: check that its name is not used twice",
        cause: failure ?? "", path: path, layer: name)
    }
    // KML has columns of its own, which it gives for new ones of the same name.
    let columns = OGR_L_GetLayerDefn(layer)
    let count = OGR_FD_GetFieldCount(columns)
    return count > before ? count - 1 : OGR_FD_GetFieldIndex(columns, field.name)
  }

  private mutating func remember(
    _ layer: OGRLayerH, as name: String, fields: [Int32]
  ) throws(GDALError) {
    guard
      let encoder = FeatureEncoder(
        layer, name: name, fields: fields,
        wantsCollections: LayerDefaults.wantsCollections(driver, layer),
        path: path)
    else {
      throw GDALError(.cannotWrite, "the layer has no columns to write to", path: path)
    }
    encoders.append(encoder)
  }

  /// The encoder of a layer, made when the layer is first written to.
  mutating func encoder(for name: String) throws(GDALError) -> FeatureEncoder {
    if let last = encoders.last, last.name == name { return last }
    if let known = encoders.first(where: { $0.name == name }) { return known }
    let layer = messages.collect { GDALDatasetGetLayerByName(dataset, name) }
    guard let layer else {
      throw GDALError(
        .noSuchLayer, "no layer \"\(name)\": create it first, or check its name",
        cause: messages.takeFailure() ?? "", path: path, layer: name)
    }
    let count = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer))
    try remember(layer, as: name, fields: Array(0..<count))
    return try encoder(for: name)
  }
}

/// What each format wants for a layer.
private enum LayerDefaults {
  /// Formats whose layers are typed, so that single and collected geometries must not mix.
  private static let typed = ["GPKG", "SQLite", "PostgreSQL", "FlatGeobuf"]

  static func type(_ driver: String, _ kind: GeometryKind) -> OGRwkbGeometryType {
    let isTyped = typed.contains(driver)
    switch kind {
    case .none: return wkbNone
    case .point: return wkbPoint
    case .lines: return isTyped ? wkbMultiLineString : wkbLineString
    case .area: return isTyped ? wkbMultiPolygon : wkbPolygon
    case .any: return wkbUnknown
    }
  }

  /// GDAL's type for a field; dates become text where the format has none.
  static func type(_ driver: String, _ type: FieldType) -> OGRFieldType {
    let known = GDALDriver.fieldTypes(of: driver)
    switch (type, driver) {
    // Whatever GDAL says of them: it writes dates into CSV with slashes, and into FlatGeobuf as
    // midnights.
    case (.date, "CSV"), (.dateTime, "CSV"), (.date, "FlatGeobuf"): return OFTString
    case (.date, _): return known.contains("Date") ? OFTDate : OFTString
    case (.dateTime, _): return known.contains("DateTime") ? OFTDateTime : OFTString
    default: return type.ogrType
    }
  }

  static func wantsCollections(_ driver: String, _ layer: OGRLayerH) -> Bool {
    let type = OGR_GT_Flatten(OGR_L_GetGeomType(layer))
    return typed.contains(driver) && (type == wkbMultiLineString || type == wkbMultiPolygon)
  }

  static func options(_ driver: String, _ kind: GeometryKind) -> [String: String] {
    switch driver {
    case "GeoJSON": return ["RFC7946": "YES"]
    case "ESRI Shapefile": return ["ENCODING": "UTF-8"]
    case "CSV":
      if kind == .none { return [:] }
      return ["GEOMETRY": kind == .point ? "AS_XY" : "AS_WKT"]
    default: return [:]
    }
  }
}
