/// The datum in which positions were given: which map or device they come from.
///
/// GCJ-02 and BD-09 are the shifted positions of Chinese web maps. They are no coordinate systems
/// that PROJ knows; convert by `toWGS84` first and then transform.
public enum Datum: String, Sendable, CaseIterable {
  /// What GPS devices give.
  case wgs84
  /// China's own geodetic system, within a metre of WGS-84 and taken for it here.
  case cgcs2000
  /// The shifted positions of Amap, Tencent and other maps made in China.
  case gcj02
  /// Baidu's positions: GCJ-02 shifted once more.
  case bd09

  /// The WGS-84 longitude and latitude, in degrees, of a position in this datum.
  ///
  /// Exact to better than a millimetre: the shifts are inverted by iteration.
  public func toWGS84(_ coordinate: Coordinate) -> Coordinate {
    switch self {
    case .wgs84, .cgcs2000: coordinate
    case .gcj02: ChinaDatum.wgs84(fromGCJ02: coordinate)
    case .bd09: ChinaDatum.wgs84(fromGCJ02: ChinaDatum.gcj02(fromBD09: coordinate))
    }
  }

  /// The position in this datum, in degrees, of a WGS-84 longitude and latitude.
  public func fromWGS84(_ coordinate: Coordinate) -> Coordinate {
    switch self {
    case .wgs84, .cgcs2000: coordinate
    case .gcj02: ChinaDatum.gcj02(fromWGS84: coordinate)
    case .bd09: ChinaDatum.bd09(fromGCJ02: ChinaDatum.gcj02(fromWGS84: coordinate))
    }
  }
}
