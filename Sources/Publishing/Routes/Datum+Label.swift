public import Geo

// GCJ-02 is a product for certain programs, never the data's own system: every file says so.
extension Datum {
  /// What a file in this datum is labelled with: nil for WGS-84, which the formats mean anyway.
  public var fileLabel: String? {
    switch self {
    case .wgs84, .cgcs2000: nil
    case .gcj02: "GCJ-02"
    case .bd09: "BD-09"
    }
  }

  /// What the name of such a file holds before its ending, as in `.gcj02`; empty for WGS-84.
  public var fileMark: String { fileLabel == nil ? "" : ".\(rawValue)" }
}
