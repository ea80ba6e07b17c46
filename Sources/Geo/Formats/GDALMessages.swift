import CGDAL

/// What GDAL said during some calls, kept from standard error.
///
/// GDAL's handler stack belongs to the thread, so a handler is pushed and popped within one
/// synchronous function and never lives across a suspension.
final class GDALMessages {
  private(set) var failures: [String] = []
  private(set) var warnings: [String] = []

  /// More than this many are not kept: a damaged file may say the same a million times.
  private static let capacity = 100

  /// Runs GDAL calls with their messages collected here.
  func collect<Result: ~Copyable, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    CPLPushErrorHandlerEx(
      { severity, _, text in
        guard let store = CPLGetErrorHandlerUserData(), let text else { return }
        Unmanaged<GDALMessages>.fromOpaque(store).takeUnretainedValue()
          .add(severity, String(cString: text))
      }, Unmanaged.passUnretained(self).toOpaque())
    defer { CPLPopErrorHandler() }
    return try body()
  }

  private func add(_ severity: CPLErr, _ text: String) {
    switch severity {
    case CE_Failure, CE_Fatal:
      if failures.count < GDALMessages.capacity { failures.append(text) }
    case CE_Warning:
      // Of a version of GeoPackage newer than GDAL: what it lacks are extensions, told by name.
      if text.contains("GeoPackage user_version") { return }
      if warnings.count < GDALMessages.capacity, !warnings.contains(text) {
        warnings.append(text)
      }
    default: break
    }
  }

  /// The failures since the last call, each once, as one text; nil if there were none.
  func takeFailure() -> String? {
    if failures.isEmpty { return nil }
    defer { failures = [] }
    var distinct: [String] = []
    for text in failures where !distinct.contains(text) { distinct.append(text) }
    return distinct.joined(separator: "; ")
  }
}
