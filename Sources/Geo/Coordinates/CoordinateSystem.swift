import CPROJ

/// What the numbers of a position mean: a geographic or projected coordinate system.
///
/// Made from anything PROJ reads: an authority code ("EPSG:4490"), WKT of any age or a PROJ string.
/// A value is only text and a few facts about it, so it is cheap to copy and to send. Positions in
/// it are always `x` east, `y` north.
public struct CoordinateSystem: Sendable, Hashable, CustomStringConvertible {
  /// The text that it was made from.
  public let definition: String
  /// Its own name, such as "WGS 84".
  public let name: String
  /// True if positions are longitude and latitude.
  public let isGeographic: Bool
  /// How many metres one unit of a projected system is; nil where units are degrees.
  public let metresPerUnit: Double?

  /// WGS-84 longitude and latitude in degrees: what GPS and GeoJSON use.
  public static let wgs84 = CoordinateSystem(
    definition: "EPSG:4326", name: "WGS 84", isGeographic: true, metresPerUnit: nil)

  /// China Geodetic Coordinate System 2000, longitude and latitude in degrees.
  ///
  /// Within a metre of WGS-84 and taken for it by `Transformer`.
  public static let cgcs2000 = CoordinateSystem(
    definition: "EPSG:4490", name: "China Geodetic Coordinate System 2000", isGeographic: true,
    metresPerUnit: nil)

  /// The equal-area system of China in metres: Albers with standard parallels 25 and 47 north,
  /// central meridian 105 east, on CGCS2000.
  public static let albersChina = CoordinateSystem(
    definition: """
      PROJCS["China Albers equal area on CGCS2000",GEOGCS["China Geodetic Coordinate System 2000",\
      DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],\
      AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],\
      AUTHORITY["EPSG","4490"]],PROJECTION["Albers_Conic_Equal_Area"],\
      PARAMETER["latitude_of_center",0],PARAMETER["longitude_of_center",105],\
      PARAMETER["standard_parallel_1",25],PARAMETER["standard_parallel_2",47],\
      PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1],\
      AXIS["Easting",EAST],AXIS["Northing",NORTH]]
      """,
    name: "China Albers equal area on CGCS2000", isGeographic: false, metresPerUnit: 1)

  private init(definition: String, name: String, isGeographic: Bool, metresPerUnit: Double?) {
    self.definition = definition
    self.name = name
    self.isGeographic = isGeographic
    self.metresPerUnit = metresPerUnit
  }

  /// Makes a system from an authority code, WKT or a PROJ string.
  ///
  /// Throws `invalidDefinition` if the text is none of them, `noDatabase` if PROJ lacks its data.
  public init(_ definition: String) throws(PROJError) {
    let context = PROJContext()
    let system = try CoordinateSystem.parse(definition, in: context)
    self.init(
      definition: definition, name: system.name,
      isGeographic: CoordinateSystem.isGeographic(system, in: context),
      metresPerUnit: CoordinateSystem.metresPerUnit(system, in: context))
  }

  /// True if both give every position the same numbers, whatever their names.
  public func isSame(as other: CoordinateSystem) -> Bool {
    if definition == other.definition { return true }
    let context = PROJContext()
    guard let mine = try? CoordinateSystem.parse(definition, in: context),
      let theirs = try? CoordinateSystem.parse(other.definition, in: context)
    else { return false }
    return proj_is_equivalent_to_with_ctx(
      context.pointer, mine.pointer, theirs.pointer, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS)
      != 0
  }

  /// The name and, where it is short, the definition.
  public var description: String {
    definition.utf8.count <= 20 ? "\(name) (\(definition))" : name
  }
}
