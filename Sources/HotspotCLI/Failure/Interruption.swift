import Foundation

/// Ends the program with 130 when the user presses Ctrl-C.
///
/// Every write is a transaction or a file put together aside, so stopping anywhere leaves things
/// as they were; SQLite's journal is rolled back by the next run that opens the workspace.
enum Interruption {
  /// Takes over SIGINT.
  ///
  /// The handler calls only what POSIX allows in one.
  static func exitOnSignal() {
    signal(SIGINT) { _ in
      let message: StaticString = "\nhotspot: interrupted; nothing was changed by this step\n"
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(SysExit.interrupted.rawValue)
    }
  }
}
