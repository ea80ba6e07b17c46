import CGDAL

/// A file within a zip archive.
public struct ZipMember: Sendable, Hashable {
  /// The archive.
  public var archive: String
  /// The member's path in it.
  public var name: String

  /// Names a member of an archive on disk.
  public init(_ name: String, of archive: String) {
    self.archive = archive
    self.name = name
  }

  /// Its bytes.
  ///
  /// Throws `notFound` if the archive has none of this name, `unreadable` if it is damaged.
  public func contents() throws(GDALError) -> [UInt8] {
    let path = "/vsizip/{\(archive)}/\(name)"
    let messages = GDALMessages()
    guard let file = messages.collect({ VSIFOpenL(path, "rb") }) else {
      throw GDALError(.notFound, "there is no \(name) in the archive", path: archive)
    }
    defer { VSIFCloseL(file) }
    VSIFSeekL(file, 0, 2)
    let length = Int(VSIFTellL(file))
    VSIFSeekL(file, 0, 0)
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = messages.collect { VSIFReadL(buffer.baseAddress, 1, length, file) }
    }
    guard bytes.count == length else {
      throw GDALError(.unreadable, "the archive is damaged: fetch it again", path: archive)
    }
    return bytes
  }
}
