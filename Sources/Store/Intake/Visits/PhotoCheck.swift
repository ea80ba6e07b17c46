internal import Foundation

/// Tells which photos that reports refer to are not in a folder.
struct PhotoCheck {
  private let folder: String
  private var known: [String: Bool] = [:]

  /// - Parameter folder: where the photos are.
  init(folder: String) { self.folder = folder }

  /// The references whose file is not there; those to the web are not asked for.
  mutating func missing(_ photos: [String]) -> [String] {
    photos.filter { photo in
      guard !photo.contains("://") else { return false }
      if let isThere = known[photo] { return !isThere }
      let path = photo.hasPrefix("/") ? photo : (folder as NSString).appendingPathComponent(photo)
      let isThere = FileManager.default.fileExists(atPath: path)
      known[photo] = isThere
      return !isThere
    }
  }
}
