internal import CampaignData
internal import Foundation

/// The right to write to a workspace, held until the value goes.
///
/// An advisory lock of the operating system on `workspace.lock`: it falls with its process, so a
/// killed run leaves nothing to clean up. The file says who holds it and since when.
struct WorkspaceLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock at once or throws: code 75 when another run has it.
  init(path: String, of folder: String) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw StoreError(
        .cannotCreate, "cannot write here: \(Self.systemMessage())", file: path,
        nextStep: "Check who owns the folder and that its disk is not mounted read-only.")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let failure = errno
      let holder = Self.contents(of: descriptor)
      close(descriptor)
      throw Self.refusal(failure, holder: holder, folder: folder, path: path)
    }
    Self.write("process \(getpid()) since \(Self.now)\n", to: descriptor)
    self.descriptor = descriptor
  }

  deinit {
    ftruncate(descriptor, 0)
    // Closing alone does not let go while a program that another thread just started is on its way
    // from fork to exec, and so has the descriptor too.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static var now: Moment {
    Moment(secondsSince1970: Int64(Date().timeIntervalSince1970))
  }

  private static func refusal(
    _ failure: Int32, holder: String, folder: String, path: String
  ) -> StoreError {
    guard failure == EWOULDBLOCK else {
      return StoreError(
        .inputOutput, "cannot be locked: \(String(cString: strerror(failure)))", file: path,
        nextStep: "Keep the workspace on a disk that knows file locks, not on every network disk.")
    }
    return StoreError(
      .busy, "the workspace is being written by \(holder.isEmpty ? "another process" : holder)",
      file: folder, nextStep: "Try again when that run has ended.")
  }

  private static func contents(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Who holds the lock is a courtesy: a failure to write it must not stop the work.
  private static func write(_ text: String, to descriptor: Int32) {
    ftruncate(descriptor, 0)
    _ = Array(text.utf8).withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func systemMessage() -> String { String(cString: strerror(errno)) }
}
