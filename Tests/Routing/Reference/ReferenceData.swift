import Foundation
import Testing

/// Where the test data stand: `HOTSPOT_TEST_DATA`, else `../shared/data` beside the repository.
enum ReferenceData {
  static let folder: String? = {
    let given = ProcessInfo.processInfo.environment["HOTSPOT_TEST_DATA"]
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = given ?? root.appendingPathComponent("../shared/data").standardized.path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  static let isThere = folder != nil
  static let absence: Comment = "no test data: set HOTSPOT_TEST_DATA to the folder that has them"

  /// The path of a file of the test data.
  static func path(_ name: String) throws -> String { try #require(folder) + "/" + name }

  /// The lines of a text file, each in its fields.
  static func fields(_ name: String, separator: Character) throws -> [[String]] {
    try String(contentsOfFile: path(name), encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: separator).map(String.init) }
  }
}
