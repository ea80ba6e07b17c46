import CGDAL

/// A layer's features as GDAL hands them out by thousands: a column a field, in Arrow's memory
/// layout (https://arrow.apache.org/docs/format/CStreamInterface.html).
///
/// Only for layers whose driver has columns of its own to give and whose fields are whole numbers,
/// floating-point numbers and text; for others GDAL would only gather what one feature after the
/// other says, and dates would lose their time zones.
final class ArrowStream {
  private var stream = ArrowArrayStream()
  private let kinds: [ArrowColumn.Kind]
  private let isNorthEast: Bool

  /// Opens the stream of a layer, from its first feature; nil if the layer is not one for it.
  init?(_ layer: OGRLayerH, batch: Int) {
    guard OGR_L_TestCapability(layer, OLCFastGetArrowStream) != 0,
      let kinds = ArrowStream.kinds(of: layer)
    else { return nil }
    let options = GDALOptions(["MAX_FEATURES_IN_BATCH": String(batch), "INCLUDE_FID": "YES"])
    isNorthEast = OGR_L_GetSpatialRef(layer).map(AxisOrder.isNorthEast) ?? false
    self.kinds = [.integer64] + kinds + [.geometry]
    guard OGR_L_GetArrowStream(layer, &stream, options.pointer) else { return nil }
    guard hasExpectedColumns() else {
      stream.release(&stream)
      return nil
    }
  }

  deinit { stream.release?(&stream) }

  /// The columns of a layer's fields; nil if one is of another kind.
  private static func kinds(of layer: OGRLayerH) -> [ArrowColumn.Kind]? {
    let definition = OGR_L_GetLayerDefn(layer)
    var kinds: [ArrowColumn.Kind] = []
    for index in 0..<OGR_FD_GetFieldCount(definition) {
      guard let field = OGR_FD_GetFieldDefn(definition, index),
        OGR_Fld_GetSubType(field) == OFSTNone, OGR_Fld_IsIgnored(field) == 0
      else { return nil }
      switch OGR_Fld_GetType(field) {
      case OFTInteger: kinds.append(.integer32)
      case OFTInteger64: kinds.append(.integer64)
      case OFTReal: kinds.append(.real)
      case OFTString: kinds.append(.text)
      default: return nil
      }
    }
    return OGR_FD_GetGeomFieldCount(definition) == 1 ? kinds : nil
  }

  private func hasExpectedColumns() -> Bool {
    var schema = ArrowSchema()
    guard stream.get_schema(&stream, &schema) == 0 else { return false }
    defer { schema.release?(&schema) }
    guard Int(schema.n_children) == kinds.count else { return false }
    return kinds.indices.allSatisfy { index in
      guard let format = schema.children[index]?.pointee.format else { return false }
      return String(cString: format) == kinds[index].rawValue
    }
  }

  /// The next features; nil at the end, or where GDAL fails, which its messages tell.
  func next(_ text: inout TextDecoder) -> [Feature]? {
    var batch = ArrowArray()
    guard stream.get_next(&stream, &batch) == 0, batch.release != nil else { return nil }
    defer { batch.release?(&batch) }
    let columns = kinds.indices.compactMap { index in
      batch.children[index].map { ArrowColumn(kinds[index], $0.pointee) }
    }
    guard columns.count == kinds.count, let ids = columns.first, let places = columns.last else {
      return nil
    }
    let fields = columns.dropFirst().dropLast()
    var features: [Feature] = []
    features.reserveCapacity(Int(batch.length))
    for row in 0..<Int(batch.length) {
      var values: [FieldValue] = []
      values.reserveCapacity(fields.count)
      for column in fields { values.append(column.value(row, &text)) }
      let geometry = places.geometry(row)
      features.append(
        Feature(
          id: ids.identifier(row), values: values,
          geometry: isNorthEast ? geometry?.swapped : geometry))
    }
    return features
  }
}
