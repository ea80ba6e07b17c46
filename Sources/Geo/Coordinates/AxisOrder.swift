import CGDAL
import CPROJ

/// The one place that knows about axis order.
///
/// Authorities order axes as they like (EPSG:4326 is latitude, longitude; the Gauss-Kruger zones of
/// CGCS2000 are northing, easting). Past this file `x` is east and `y` is north, everywhere.
enum AxisOrder {
  /// The same operation with east, north on both sides.
  static func eastNorth(
    _ operation: borrowing PROJObject, in context: borrowing PROJContext
  ) -> PROJObject? {
    PROJObject(proj_normalize_for_visualization(context.pointer, operation.pointer))
  }

  /// Tells GDAL that coordinates come and go as east, north in this system.
  static func setEastNorth(_ system: OGRSpatialReferenceH) {
    OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
  }

  /// True if a layer in this system hands out north before east.
  ///
  /// Drivers nearly always hand out east first and say so in the axis mapping; some keep the
  /// authority's order.
  static func isNorthEast(_ system: OGRSpatialReferenceH) -> Bool {
    var count: Int32 = 0
    guard let mapping = OSRGetDataAxisToSRSAxisMapping(system, &count), count >= 2 else {
      return false
    }
    let northingFirst =
      OSREPSGTreatsAsLatLong(system) != 0 || OSREPSGTreatsAsNorthingEasting(system) != 0
    return northingFirst && mapping[0] == 1 && mapping[1] == 2
  }
}
