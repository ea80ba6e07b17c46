import CPROJ

extension CoordinateSystem {
  /// The PROJ object of a definition; throws if it is no coordinate system.
  static func parse(
    _ definition: String, in context: borrowing PROJContext
  ) throws(PROJError) -> PROJObject {
    // PROJ takes "+proj=..." for an operation unless told that a system is meant.
    let isBareProjString =
      definition.hasPrefix("+proj=") && !definition.contains("+type=crs")
      && !definition.contains("=pipeline")
    let text = isBareProjString ? definition + " +type=crs" : definition
    guard let object = PROJObject(proj_create(context.pointer, text)) else {
      throw context.error(
        .invalidDefinition,
        "\"\(excerpt(definition))\" is no coordinate system: write EPSG:n, WKT or a PROJ string")
    }
    guard proj_is_crs(object.pointer) != 0 else {
      throw PROJError(
        .invalidDefinition,
        "\"\(excerpt(definition))\" is not a coordinate system but another PROJ object: "
          + "write EPSG:n, WKT or a PROJ string")
    }
    return object
  }

  static func isGeographic(
    _ system: borrowing PROJObject, in context: borrowing PROJContext
  ) -> Bool {
    switch system.kind {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS:
      return true
    case PJ_TYPE_BOUND_CRS, PJ_TYPE_COMPOUND_CRS:
      guard let inner = inner(of: system, in: context) else { return false }
      return isGeographic(inner, in: context)
    default:
      return false
    }
  }

  static func metresPerUnit(
    _ system: borrowing PROJObject, in context: borrowing PROJContext
  ) -> Double? {
    if isGeographic(system, in: context) { return nil }
    if let inner = inner(of: system, in: context) {
      return metresPerUnit(inner, in: context)
    }
    guard let axes = PROJObject(proj_crs_get_coordinate_system(context.pointer, system.pointer))
    else { return nil }
    var factor = 0.0
    let found = proj_cs_get_axis_info(
      context.pointer, axes.pointer, 0, nil, nil, nil, &factor, nil, nil, nil)
    return found != 0 && factor > 0 ? factor : nil
  }

  /// The horizontal system inside one that is bound to a datum shift or combined with heights.
  private static func inner(
    of system: borrowing PROJObject, in context: borrowing PROJContext
  ) -> PROJObject? {
    switch system.kind {
    case PJ_TYPE_BOUND_CRS:
      PROJObject(proj_get_source_crs(context.pointer, system.pointer))
    case PJ_TYPE_COMPOUND_CRS:
      PROJObject(proj_crs_get_sub_crs(context.pointer, system.pointer, 0))
    default:
      nil
    }
  }

  private static func excerpt(_ definition: String) -> String {
    definition.count <= 60 ? definition : "\(definition.prefix(60))..."
  }
}
