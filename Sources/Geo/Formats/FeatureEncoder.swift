import CGDAL

/// Turns values into features of one layer and appends them, by way of one feature that is used
/// again and again.
struct FeatureEncoder {
  /// The name by which the caller knows the layer; some formats change it.
  let name: String
  /// The layer, lent by the dataset.
  let layer: OGRLayerH

  private let path: String
  /// Where each value goes; some formats have fields of their own beside.
  private let indexes: [Int32]
  private let fields: [FieldDefinition]
  private let wantsCollections: Bool
  private let feature: OGRFeatureH

  /// An encoder for a layer; nil if GDAL cannot make a feature.
  ///
  /// `destroy` ends it.
  init?(
    _ layer: OGRLayerH, name: String, fields indexes: [Int32], wantsCollections: Bool,
    path: String
  ) {
    guard let definition = OGR_L_GetLayerDefn(layer), let feature = OGR_F_Create(definition)
    else { return nil }
    self.indexes = indexes
    fields = indexes.compactMap { index in
      OGR_FD_GetFieldDefn(definition, index).map {
        FieldDefinition(String(cString: OGR_Fld_GetNameRef($0)), FieldType($0))
      }
    }
    self.layer = layer
    self.name = name
    self.path = path
    self.wantsCollections = wantsCollections
    self.feature = feature
  }

  /// Gives the feature back; the encoder must not be used again.
  func destroy() { OGR_F_Destroy(feature) }

  /// Appends a feature to the layer.
  func append(_ new: Feature, _ messages: GDALMessages) throws(GDALError) {
    guard new.values.count == fields.count else {
      throw error(
        .invalidValue, "\(new.values.count) values for \(fields.count) fields: give one for each",
        new)
    }
    for index in fields.indices { try store(new.values[index], in: index, new) }
    try store(new.geometry, new)
    OGR_F_SetFID(feature, new.id)
    let outcome = OGR_L_CreateFeature(layer, feature)
    if let failure = messages.takeFailure() {
      throw GDALError.classified(
        .cannotWrite, "the feature was not written", cause: failure, path: path, layer: name,
        feature: new.id < 0 ? nil : new.id)
    }
    guard outcome == OGRERR_NONE else {
      throw GDALError.classified(
        .cannotWrite, "the feature was not written: the format refused it", cause: "", path: path,
        layer: name, feature: new.id < 0 ? nil : new.id)
    }
  }

  private func store(
    _ value: FieldValue, in index: Int, _ new: Feature
  ) throws(GDALError) {
    let field = indexes[index]
    switch (value, fields[index].type) {
    case (.null, _):
      OGR_F_SetFieldNull(feature, field)
    case (.text(let text), .text):
      text.withCString { OGR_F_SetFieldString(feature, field, $0) }
    case (.text(let text), .date), (.text(let text), .dateTime):
      guard let date = ISODate(text) else { throw mismatch(value, fields[index], new) }
      date.store(in: feature, field)
    case (.integer(let number), .boolean):
      guard number == 0 || number == 1 else { throw mismatch(value, fields[index], new) }
      OGR_F_SetFieldInteger64(feature, field, number)
    case (.integer(let number), .integer), (.integer(let number), .text):
      OGR_F_SetFieldInteger64(feature, field, number)
    case (.integer(let number), .real):
      OGR_F_SetFieldDouble(feature, field, Double(number))
    case (.real(let number), .real), (.real(let number), .text):
      OGR_F_SetFieldDouble(feature, field, number)
    default:
      throw mismatch(value, fields[index], new)
    }
  }

  private func store(_ geometry: Geometry?, _ new: Feature) throws(GDALError) {
    guard let geometry else {
      OGR_F_SetGeometryDirectly(feature, nil)
      return
    }
    guard geometry.isFinite else {
      throw error(
        .invalidGeometry, "a position is not a number: leave the geometry out or correct it", new)
    }
    // Most features are points: the one that is there already moves.
    if case .point(let position) = geometry, let point = OGR_F_GetGeometryRef(feature),
      OGR_G_GetGeometryType(point) == wkbPoint
    {
      OGR_G_SetPoint_2D(point, 0, position.x, position.y)
      return
    }
    OGR_F_SetGeometryDirectly(
      feature, OGRGeometry(geometry, asCollection: wantsCollections)?.take())
  }

  private func mismatch(
    _ value: FieldValue, _ field: FieldDefinition, _ new: Feature
  ) -> GDALError {
    error(
      .invalidValue,
      "\(value) does not fit field \(field.name), which holds \(field.type.rawValue): "
        + "convert it first", new)
  }

  private func error(_ code: GDALError.Code, _ message: String, _ new: Feature) -> GDALError {
    GDALError(
      code, message, path: path, layer: name, feature: new.id < 0 ? nil : new.id)
  }
}

extension Geometry {
  /// True if every position is made of numbers.
  fileprivate var isFinite: Bool {
    switch self {
    case .point(let position): position.isFinite
    case .multiPoint(let positions): positions.allSatisfy(\.isFinite)
    case .lines(let lines): lines.allSatisfy { $0.allSatisfy(\.isFinite) }
    case .area(let area):
      area.polygons.allSatisfy { $0.rings.allSatisfy { $0.allSatisfy(\.isFinite) } }
    }
  }
}
