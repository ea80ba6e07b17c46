import CGDAL

/// A folder in the process's own memory, in which GDAL writes files as it does on disk.
///
/// Nothing of it touches a disk, except where the system swaps; it is gone when this value is.
public struct MemoryFolder: ~Copyable {
  /// The folder, for `VectorWriter` and `VectorReader`.
  public let path: String

  /// Makes an empty folder.
  public init() {
    path = "/vsimem/hotspot-\(UInt64.random(in: .min ... .max))"
    VSIMkdir(path, 0o700)
  }

  deinit { _ = GDALMessages().collect { VSIRmdirRecursive(path) } }

  /// The bytes of a file in it; nil if there is none.
  public func contents(of name: String) -> [UInt8]? {
    var length: vsi_l_offset = 0
    guard let bytes = VSIGetMemFileBuffer(path + "/" + name, &length, 0) else { return nil }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(length)))
  }

  /// Puts a file into it; throws `cannotWrite` if memory does not suffice.
  public func put(_ bytes: [UInt8], as name: String) throws(GDALError) {
    let path = path + "/" + name
    let written = bytes.withUnsafeBufferPointer { source in
      guard let file = VSIFOpenL(path, "wb") else { return false }
      let count = VSIFWriteL(source.baseAddress, 1, source.count, file)
      return VSIFCloseL(file) == 0 && count == source.count
    }
    guard written else { throw GDALError(.cannotWrite, "memory does not suffice", path: path) }
  }
}
