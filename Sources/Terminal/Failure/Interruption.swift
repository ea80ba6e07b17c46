import Foundation
import Synchronization

/// Ends the program with 130 when the user presses Ctrl-C.
///
/// Every write is a transaction or a file put together aside, so stopping anywhere leaves things
/// as they were; SQLite's journal is rolled back by the next run that opens the workspace.
package enum Interruption {
  private static let isRequested = Atomic<Bool>(false)
  private static let isPolled = Atomic<Bool>(false)

  /// Takes over SIGINT.
  ///
  /// The handler calls only what POSIX allows in one. It ends the program at once, unless a loop
  /// polls; that is told, and ended at once by the second signal.
  package static func exitOnSignal() {
    isRequested.store(false, ordering: .relaxed)
    isPolled.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      let isSecond = Interruption.isRequested.exchange(true, ordering: .relaxed)
      guard isSecond || !Interruption.isPolled.load(ordering: .relaxed) else { return }
      let message: StaticString = "\nhotspot: interrupted; nothing was changed by this step\n"
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(SysExit.interrupted.rawValue)
    }
    // Programs that start others from a thread pool hand on a mask that holds the signal back.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Runs a loop that calls `check` every now and then, so that it can clean up when interrupted.
  package static func whilePolling<Result>(_ loop: () throws -> Result) rethrows -> Result {
    isPolled.store(true, ordering: .relaxed)
    defer { isPolled.store(false, ordering: .relaxed) }
    return try loop()
  }

  /// Throws if the user has pressed Ctrl-C.
  package static func check() throws(CommandFailure) {
    guard isRequested.load(ordering: .relaxed) else { return }
    throw CommandFailure(
      status: .interrupted, message: "interrupted; nothing was changed by this step")
  }
}
