import CGDAL

/// Repairs and combines areas by way of GEOS, which GDAL brings along.
///
/// All of it is planar: areas in degrees are taken as if degrees were a length. Combining wants
/// valid areas; `makeValid` makes them so.
public enum GeometryRepair {
  /// Whether an area is valid as OGC's Simple Features define it, and if not, why and where.
  ///
  /// - Complexity: O(n log n) in the number of corners.
  public static func isValid(_ area: MultiPolygon) -> (isValid: Bool, reason: String?) {
    let messages = GDALMessages()
    return messages.collect {
      guard let geometry = OGRGeometry(area), OGR_G_IsValid(geometry.pointer) != 0 else {
        // GDAL gives GEOS's reason as a warning.
        return (false, messages.warnings.last ?? messages.takeFailure() ?? "not valid")
      }
      return (true, nil)
    }
  }

  /// The valid area with the same corners: rings that cross themselves are cut where they cross,
  /// what lies an even number of times inside becomes outside.
  ///
  /// Parts that shrink to lines or points are dropped. Equal to `ST_MakeValid` of PostGIS and
  /// SpatiaLite in its line-work method. Throws `invalidGeometry` if there is no repair, as with
  /// positions that are no numbers.
  public static func makeValid(_ area: MultiPolygon) throws(GDALError) -> MultiPolygon {
    try combined("repaired") {
      guard let area = OGRGeometry(area) else { return nil }
      return OGR_G_MakeValid(area.pointer)
    }
  }

  /// What at least one of several areas covers, as one area without inner borders.
  public static func union(of areas: [MultiPolygon]) throws(GDALError) -> MultiPolygon {
    let all = MultiPolygon(areas.flatMap(\.polygons))
    return try combined("united") {
      guard let all = OGRGeometry(all) else { return nil }
      return OGR_G_UnionCascaded(all.pointer)
    }
  }

  /// What both areas cover; empty if they only touch.
  public static func intersection(
    _ a: MultiPolygon, _ b: MultiPolygon
  ) throws(GDALError) -> MultiPolygon {
    try combined("intersected") {
      guard let a = OGRGeometry(a), let b = OGRGeometry(b) else { return nil }
      return OGR_G_Intersection(a.pointer, b.pointer)
    }
  }

  /// What the first area covers and the second does not.
  public static func difference(
    _ a: MultiPolygon, _ b: MultiPolygon
  ) throws(GDALError) -> MultiPolygon {
    try combined("subtracted") {
      guard let a = OGRGeometry(a), let b = OGRGeometry(b) else { return nil }
      return OGR_G_Difference(a.pointer, b.pointer)
    }
  }

  /// The areas that lines enclose; lines may cross, and loose ends are ignored.
  public static func polygonise(lines: [[Coordinate]]) throws(GDALError) -> [Polygon] {
    try combined("made into areas") {
      guard let lines = OGRGeometry(.lines(lines), asCollection: true),
        // The union of lines with themselves cuts them where they meet.
        let cut = OGRGeometry(
          OGR_G_ForceToMultiLineString(OGR_G_Union(lines.pointer, lines.pointer)))
      else { return nil }
      return OGR_G_Polygonize(cut.pointer)
    }.polygons
  }

  /// Runs a function of GEOS and takes the areal parts of what it makes.
  private static func combined(
    _ verb: String, _ make: () -> OGRGeometryH?
  ) throws(GDALError) -> MultiPolygon {
    let messages = GDALMessages()
    let result: MultiPolygon? = messages.collect {
      guard let made = OGRGeometry(make()) else { return nil }
      guard case .area(let area) = Geometry(made.pointer) else { return MultiPolygon() }
      return area
    }
    guard let result else {
      throw GDALError(
        .invalidGeometry,
        "the geometry cannot be \(verb): repair it first, and look for positions "
          + "that are no numbers", cause: messages.takeFailure() ?? "")
    }
    return result
  }
}
