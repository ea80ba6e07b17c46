import Foundation
import Publishing
import Terminal

/// A PDF's bytes on their way to a file or standard output.
struct SheetFile {
  let path: String

  /// Throws `cannotCreate` if it is there and may not be replaced.
  func check(overwrite: Bool) throws {
    guard path != "-" else { return }
    try TextDocument.check(path, overwrite: overwrite)
  }

  /// Writes the bytes, all or nothing.
  func write(_ bytes: [UInt8]) throws {
    do {
      if path == "-" {
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
      } else {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      }
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "cannot be written", file: path,
        hint: "Check that its folder is there, is yours and has room.")
    }
  }

  /// Makes a folder where there is none.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "the folder cannot be made", file: path,
        hint: "Name another with -o, and check that no file has its name.")
    }
  }

  /// True for a folder that is there, and for a path that ends like one.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return isThere ? isFolder.boolValue : path.hasSuffix("/")
  }
}
