import CPROJ

extension Transformer {
  /// The PROJ operation between two systems, east before north; nil where nothing has to be done.
  ///
  /// The caller destroys it.
  static func operation(
    from source: CoordinateSystem, to target: CoordinateSystem, in context: borrowing PROJContext
  ) throws(PROJError) -> OpaquePointer? {
    if source.definition == target.definition { return nil }
    let given = try CoordinateSystem.parse(source.definition, in: context)
    let wanted = try CoordinateSystem.parse(target.definition, in: context)
    // Where one side is WGS-84 and the other CGCS2000, the first moves over: PROJ then finds
    // equal datums and only projects.
    guard let from = rebased(given, likeThatOf: wanted, in: context),
      let to = rebased(wanted, likeThatOf: given, in: context),
      let raw = PROJObject(
        proj_create_crs_to_crs_from_pj(context.pointer, from.pointer, to.pointer, nil, nil)),
      let operation = AxisOrder.eastNorth(raw, in: context)
    else {
      throw context.error(
        .noOperation,
        "no transformation is known from \(source) to \(target): convert by way of EPSG:4326")
    }
    return operation.take()
  }

  /// A system on WGS-84 placed on the CGCS2000 of another; unchanged if they are no such pair.
  private static func rebased(
    _ system: borrowing PROJObject, likeThatOf other: borrowing PROJObject,
    in context: borrowing PROJContext
  ) -> PROJObject? {
    guard system.kind != PJ_TYPE_BOUND_CRS, other.kind != PJ_TYPE_BOUND_CRS,
      datumName(of: system, in: context).hasPrefix("World Geodetic System 1984"),
      datumName(of: other, in: context) == "China 2000",
      let base = PROJObject(proj_crs_get_geodetic_crs(context.pointer, other.pointer))
    else { return PROJObject(proj_clone(context.pointer, system.pointer)) }
    return PROJObject(
      proj_crs_alter_geodetic_crs(context.pointer, system.pointer, base.pointer))
  }

  private static func datumName(
    of system: borrowing PROJObject, in context: borrowing PROJContext
  ) -> String {
    guard let base = PROJObject(proj_crs_get_geodetic_crs(context.pointer, system.pointer)),
      let datum = PROJObject(proj_crs_get_datum_forced(context.pointer, base.pointer))
    else { return "" }
    // ESRI's and GDAL's older WKT spell "China_2000" and "D_China_2000".
    var name = Substring(datum.name)
    if name.hasPrefix("D_") { name = name.dropFirst(2) }
    return String(name.map { $0 == "_" ? " " : $0 })
  }
}
