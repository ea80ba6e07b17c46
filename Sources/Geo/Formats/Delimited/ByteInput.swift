import CGDAL

/// The bytes of a file, or of anything that GDAL's virtual file systems reach, from start to end.
struct ByteInput: ~Copyable {
  /// The path as given; "-" is standard input.
  let path: String
  /// How many bytes there are; nil for a stream or an archive.
  let size: UInt64?
  private let handle: UnsafeMutablePointer<FILE>?
  private let messages = GDALMessages()

  /// Opens a file; throws if it is missing, empty or may not be read.
  init(_ path: String) throws(GDALError) {
    let isStream = path == "-"
    if !isStream { try InputFile.check(path) }
    let opened = messages.collect { VSIFOpenL(isStream ? "/vsistdin/" : path, "rb") }
    guard let opened else {
      throw GDALError(
        .unreadable, "it cannot be opened: check that you may read it",
        cause: messages.takeFailure() ?? "", path: path)
    }
    self.path = path
    size = isStream || path.hasPrefix("/vsi") ? nil : InputFile.status(of: path)?.size
    handle = opened
  }

  deinit { VSIFCloseL(handle) }

  /// Reads bytes to some memory and returns how many; fewer than there is room for only at the end.
  ///
  /// Throws `unreadable` if the file is damaged.
  mutating func read(into memory: UnsafeMutableRawBufferPointer) throws(GDALError) -> Int {
    guard let base = memory.baseAddress, !memory.isEmpty else { return 0 }
    let count = messages.collect { VSIFReadL(base, 1, memory.count, handle) }
    if let failure = messages.takeFailure() {
      throw GDALError.classified(
        .unreadable, "it is damaged or cut off: fetch it again", cause: failure, path: path)
    }
    return count
  }
}
