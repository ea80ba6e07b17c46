import Foundation
import Publishing

/// A text to hand over: to a file, or to standard output.
struct TextDocument {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Writes the text to a file and says so, or prints it where none is named.
  func deliver(to path: String?, overwrite: Bool, console: Console) throws {
    guard let path, path != "-" else {
      Stream.output.write(text)
      return
    }
    if !overwrite, FileManager.default.fileExists(atPath: path) {
      throw CommandFailure(
        status: .cannotCreate, message: "the file is there already", file: path,
        hint: "Add --overwrite, or name another file.")
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "cannot be written", file: path,
        hint: "Check that its folder is there, is yours and has room.")
    }
    console.result("\(path)\n", json: .object([.init("output", .string(path))]))
  }
}
