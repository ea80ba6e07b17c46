internal import Foundation

/// The record's file: lines are added at its end, whole or not at all.
struct RecordFile {
  /// The file.
  let path: String

  /// Adds a text and waits until it is on the disk.
  func append(_ text: String) throws(StoreError) {
    try? FileManager.default.createDirectory(
      atPath: path.folderOfPath, withIntermediateDirectories: true)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      let failure = failure()
      ftruncate(descriptor, size)
      throw failure
    }
  }

  /// Cuts off what stands behind a number of bytes.
  func shorten(to length: Int) throws(StoreError) {
    guard truncate(path, off_t(length)) == 0 else { throw failure() }
  }

  private func failure() -> StoreError {
    StoreError(
      .cannotCreate, "the record cannot be written: \(String(cString: strerror(errno)))",
      file: path, nextStep: "Make room on the disk or check who owns the file, then run again.")
  }
}
