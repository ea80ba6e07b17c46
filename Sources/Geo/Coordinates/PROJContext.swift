import CPROJ

/// The owner of one PROJ context: PROJ's state for one task, with its messages kept from standard
/// error.
struct PROJContext: ~Copyable {
  /// What PROJ said since it was last asked.
  private final class Messages {
    var lines: [String] = []
  }

  let pointer: OpaquePointer?
  private let messages = Messages()

  init() {
    pointer = proj_context_create()
    // The messages outlive the context: both fields go in `deinit`, the context first.
    proj_log_func(pointer, Unmanaged.passUnretained(messages).toOpaque()) { store, _, text in
      guard let store, let text else { return }
      Unmanaged<Messages>.fromOpaque(store).takeUnretainedValue().lines.append(
        String(cString: text))
    }
    proj_log_level(pointer, PJ_LOG_ERROR)
  }

  deinit { proj_context_destroy(pointer) }

  /// PROJ's messages since the last call, else the text of its error number.
  func takeMessages() -> String {
    defer { messages.lines = [] }
    if !messages.lines.isEmpty { return messages.lines.joined(separator: "; ") }
    let number = proj_context_errno(pointer)
    guard number != 0, let text = proj_context_errno_string(pointer, number) else { return "" }
    return String(cString: text)
  }

  /// An error with PROJ's words; one about a missing database says so whatever was tried.
  func error(_ code: PROJError.Code, _ message: String) -> PROJError {
    let cause = takeMessages()
    guard cause.contains("proj.db") || cause.contains("no database context") else {
      return PROJError(code, message, cause: cause)
    }
    return PROJError(
      .noDatabase,
      "PROJ cannot open its database: install proj-data, or set PROJ_LIB to the folder of proj.db",
      cause: cause)
  }
}
