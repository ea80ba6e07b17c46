internal import Geo

extension StoreError {
  /// What GDAL could not read, in the words of an import.
  init(reading error: GDALError) {
    let code: Code =
      switch error.code {
      case .notFound, .folder: .inputMissing
      case .unsupported, .noSuchLayer: .usage
      case .busy: .busy
      default: .badData
      }
    let parts = Self.splitAtColon(error.message)
    self.init(
      code, parts.message, file: error.path, found: error.cause.isEmpty ? nil : error.cause,
      nextStep: parts.rest.map(Self.sentence) ?? "Check that the file opens in QGIS.")
  }

  /// What PROJ could not do with the coordinates of a file.
  init(_ error: PROJError, file: String) {
    self.init(
      .badData, error.message, file: file,
      nextStep: "Check the coordinate system of the file, and name the right one with --datum.")
  }

  private static func splitAtColon(_ text: String) -> (message: String, rest: String?) {
    var isQuoted = false
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "\"" { isQuoted.toggle() }
      if !isQuoted, text[index...].hasPrefix(": ") {
        return (String(text[..<index]), String(text[text.index(index, offsetBy: 2)...]))
      }
      index = text.index(after: index)
    }
    return (text, nil)
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }
}
