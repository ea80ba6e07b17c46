import Foundation

/// Standard output or standard error.
package enum Stream: Sendable {
  /// Where data goes.
  case output
  /// Where messages go.
  case error

  private var descriptor: Int32 {
    self == .output ? STDOUT_FILENO : STDERR_FILENO
  }

  /// True if a person is watching.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all of a text; a reader that went away ends the program quietly, as in any pipe.
  package func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(SysExit.inputOutput.rawValue) }
      rest = rest.dropFirst(count)
    }
  }
}
