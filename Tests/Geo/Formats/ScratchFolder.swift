import Foundation

/// A folder of its own for a test, gone with the value.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "hotspot-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and returns its path.
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  /// Writes a file and returns its path.
  func write(_ name: String, _ data: Data) throws -> String {
    try data.write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  /// The names in the folder, hidden ones too, sorted.
  var entries: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

extension String {
  /// The text in the Chinese national encoding, as older software writes it.
  var gb18030: Data {
    // Foundation has no name for it: the sign of a Core Foundation encoding, and GB_18030_2000.
    data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data()
  }
}
