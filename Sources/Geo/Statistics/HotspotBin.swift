/// Classes of confidence as ArcGIS calls them, in its column Gi_Bin: 3, 2, 1 for hot spots at 99, 95
/// and 90 %, -3, -2, -1 for cold ones, 0 for neither.
public enum HotspotBin {
  /// The class of a z by its two-sided p, adjusted or not; 0 where either is NaN.
  public static func bin(z: Double, p: Double) -> Int {
    let confidence = p <= 0.01 ? 3 : p <= 0.05 ? 2 : p <= 0.1 ? 1 : 0
    return z > 0 ? confidence : z < 0 ? -confidence : 0
  }
}
