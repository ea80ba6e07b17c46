import CGDAL

/// What the GDAL that is installed here can do.
public enum GDALInstallation {
  /// Its release, as in `3.6.2`.
  public static var version: String {
    String(cString: GDALVersionInfo("RELEASE_NAME"))
  }

  /// True if it has a driver of that short name for vector files, as in `XLSX`.
  public static func hasVectorDriver(_ name: String) -> Bool {
    GDALDriver.register()
    guard let driver = GDALGetDriverByName(name) else { return false }
    return GDALGetMetadataItem(driver, "DCAP_VECTOR", nil) != nil
  }
}
