import Foundation
public import Inspection

/// A folder of lists as one sealed file beside its place: `plans/2018-12-24.sealed`.
public struct SealedFile: Sendable {
  /// The file.
  public let path: String
  /// The folder that it becomes when it is released.
  public let folder: String

  private static let ending = ".sealed"

  /// The sealed file that stands for a folder.
  public init(of folder: String) {
    self.folder = folder
    path = folder + Self.ending
  }

  /// The sealed files of a folder such as `plans`, by name.
  public static func files(in parent: String) -> [SealedFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted().map {
      SealedFile(of: parent + "/" + $0.dropLast(ending.count))
    }
  }

  /// True if it is there.
  public var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  /// Seals files and keeps them; the file is there whole or not at all.
  public func write(_ bundle: FileBundle, as label: SealLabel, with key: SealKey) throws {
    let bytes = try Sealed(bundle.bytes, as: label, with: key).bytes
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw PublishingError(
        kind: .cannotCreate, file: path, message: "the sealed lists cannot be written",
        nextStep: "make room on the disk or check the folder's permissions, then run again")
    }
  }

  /// What is there, with its label; not yet opened.
  public func sealed() throws -> Sealed {
    try Sealed(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  /// Removes it, if it is there.
  public func remove() throws(PublishingError) {
    guard isThere else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw PublishingError(
        kind: .inputOutput, file: path, message: "the sealed lists cannot be removed",
        nextStep: "remove the file: another has taken its place")
    }
  }
}
