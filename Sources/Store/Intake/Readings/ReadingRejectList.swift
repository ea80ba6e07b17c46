/// What happens to rows of readings that cannot be used, beside counting them.
public enum ReadingRejectList {
  /// Nothing.
  case counted
  /// They are listed in a CSV file.
  case file(String)
  /// Each is handed on as it is met, with its line, or what stands for a line read long before.
  case handedOn((_ row: Rejection, _ failure: ReadingFailure, _ line: String) -> Void)

  /// A file if there is a path.
  public init(path: String?) {
    self = if let path { .file(path) } else { .counted }
  }
}
