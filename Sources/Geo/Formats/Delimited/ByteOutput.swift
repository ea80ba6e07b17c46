import CGDAL

/// A file written from start to end, which takes its place when it is complete.
struct ByteOutput: ~Copyable {
  /// The path as given; "-" is standard output.
  let path: String
  private let staged: StagedOutput?
  private let handle: UnsafeMutablePointer<FILE>?
  private var isOpen = true

  /// Starts a file; throws if it exists and may not be replaced, or cannot be made.
  init(_ path: String, overwrite: Bool) throws(GDALError) {
    let staged = path == "-" ? nil : try StagedOutput(path, overwrite: overwrite)
    let messages = GDALMessages()
    let opened = messages.collect { VSIFOpenL(staged?.stagedPath ?? "/vsistdout/", "wb") }
    guard let opened else {
      staged?.discard()
      throw GDALError.classified(
        .cannotWrite, "the file cannot be made: check that you may write in its folder",
        cause: messages.takeFailure() ?? "", path: path)
    }
    self.path = path
    self.staged = staged
    handle = opened
  }

  deinit {
    guard isOpen else { return }
    VSIFCloseL(handle)
    staged?.discard()
  }

  /// Writes bytes; throws `diskFull` or `cannotWrite` if not all of them arrive.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(GDALError) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    guard VSIFWriteL(base, 1, bytes.count, handle) == bytes.count else { throw incomplete() }
  }

  /// Puts the file in its place.
  consuming func close() throws(GDALError) {
    isOpen = false
    guard VSIFCloseL(handle) == 0 else {
      staged?.discard()
      throw incomplete()
    }
    do {
      try staged?.moveIntoPlace()
    } catch {
      staged?.discard()
      throw error
    }
  }

  private func incomplete() -> GDALError {
    GDALError.classified(
      .cannotWrite, "not everything was written: see that the disk has room and try again",
      cause: "", path: path)
  }
}
