import CGDAL

/// Turns GDAL's features into values.
struct FeatureDecoder: ~Copyable {
  /// The fields in the order of the values.
  let fields: [FieldDefinition]
  /// What the geometry of the features is.
  let geometryKind: GeometryKind
  /// Tells what the bytes of texts mean.
  var text: TextDecoder

  private let isNorthEast: Bool
  private let types: [OGRFieldType]

  /// A decoder for the features of a layer, which it only looks at.
  init(_ layer: OGRLayerH, encoding: String?) throws(GDALError) {
    var text = try TextDecoder(encoding: encoding)
    let definition = OGR_L_GetLayerDefn(layer)
    var fields: [FieldDefinition] = []
    var types: [OGRFieldType] = []
    for index in 0..<OGR_FD_GetFieldCount(definition) {
      guard let field = OGR_FD_GetFieldDefn(definition, index) else { continue }
      fields.append(
        FieldDefinition(text.decode(OGR_Fld_GetNameRef(field)), FieldType(field)))
      types.append(OGR_Fld_GetType(field))
    }
    self.fields = fields
    self.types = types
    self.text = text
    geometryKind = GeometryKind(OGR_L_GetGeomType(layer))
    isNorthEast = OGR_L_GetSpatialRef(layer).map(AxisOrder.isNorthEast) ?? false
  }

  /// Copies a feature.
  mutating func feature(_ lent: OGRFeatureH) -> Feature {
    var values: [FieldValue] = []
    values.reserveCapacity(types.count)
    for index in types.indices { values.append(value(lent, index)) }
    var geometry = OGR_F_GetGeometryRef(lent).flatMap { Geometry($0) }
    if isNorthEast { geometry = geometry?.swapped }
    return Feature(id: OGR_F_GetFID(lent), values: values, geometry: geometry)
  }

  private mutating func value(_ lent: OGRFeatureH, _ index: Int) -> FieldValue {
    let field = Int32(index)
    guard OGR_F_IsFieldSetAndNotNull(lent, field) != 0 else { return .null }
    switch types[index] {
    case OFTString:
      return .text(text.decode(OGR_F_GetFieldAsString(lent, field)))
    case OFTInteger, OFTInteger64:
      return .integer(OGR_F_GetFieldAsInteger64(lent, field))
    case OFTReal:
      return .real(OGR_F_GetFieldAsDouble(lent, field))
    case OFTDate:
      return .text(ISODate(lent, field).date)
    case OFTDateTime:
      return .text(ISODate(lent, field).dateTime)
    case OFTStringList:
      return .text(stringList(lent, field))
    case OFTIntegerList, OFTInteger64List, OFTRealList:
      return .text(numberList(lent, field))
    default:
      return .text(text.decode(OGR_F_GetFieldAsString(lent, field)))
    }
  }

  private mutating func stringList(_ lent: OGRFeatureH, _ field: Int32) -> String {
    guard let list = OGR_F_GetFieldAsStringList(lent, field) else { return "" }
    var items: [String] = []
    var index = 0
    while let item = list[index] {
      items.append(text.decode(item))
      index += 1
    }
    return items.joined(separator: ";")
  }

  /// GDAL spells a list of two numbers "(2:1.5,3)".
  private func numberList(_ lent: OGRFeatureH, _ field: Int32) -> String {
    let spelt = String(cString: OGR_F_GetFieldAsString(lent, field))
    let items = spelt.drop { $0 != ":" }.dropFirst().dropLast()
    return String(items.map { $0 == "," ? ";" : $0 })
  }
}
