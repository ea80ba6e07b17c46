import CPROJ

/// The PROJ that is installed here.
public enum PROJInstallation {
  /// Its release, as in `9.1.1`.
  public static var version: String {
    proj_info().version.map { String(cString: $0) } ?? ""
  }

  /// Where its database stands; nil if it has none, and then knows no coordinate systems by code.
  public static var database: String? {
    let context = PROJContext()
    return proj_context_get_database_path(context.pointer).map { String(cString: $0) }
  }
}
