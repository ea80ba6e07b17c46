import Foundation
import Publishing

/// A text to hand over: to a file, or to standard output.
package struct TextDocument {
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// Writes the text to a file and says so, or prints it where none is named.
  package func deliver(to path: String?, overwrite: Bool, console: Console) throws {
    guard let path, path != "-" else {
      Stream.output.write(text)
      return
    }
    try save(to: path, overwrite: overwrite)
    console.result("\(path)\n", json: .object([.init("output", .string(path))]))
  }

  /// Writes the text to a file.
  package func save(to path: String, overwrite: Bool) throws {
    try Self.check(path, overwrite: overwrite)
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "cannot be written", file: path,
        hint: "Check that its folder is there, is yours and has room.")
    }
  }

  /// Throws if a file is there that may not be replaced.
  package static func check(_ path: String, overwrite: Bool) throws {
    guard overwrite || !FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(
        status: .cannotCreate, message: "the file is there already", file: path,
        hint: "Add --overwrite, or name another file.")
    }
  }
}
