internal import Geo

/// Counts the rows of readings that cannot be used, and lists them.
///
/// A class because it owns an open file, which takes its place when it is kept.
final class ReadingRejects {
  private(set) var counts: [ReadingFailure: Int] = [:]
  private(set) var examples: [Rejection] = []

  private let log: RejectLog?
  private let list: ReadingRejectList

  /// What happens to the rejected rows beside counting them.
  init(_ list: ReadingRejectList) {
    self.list = list
    log = if case .file(let path) = list { RejectLog(target: path, file: "") } else { nil }
  }

  /// Adds a row; a corrupt line is cut where it is long.
  ///
  /// `line` is looked at where rows are handed on.
  ///
  /// - Parameter readings: How many readings are lost with it.
  func add(
    file: String, row: Int, column: String?, value: String?, _ failure: ReadingFailure,
    readings: Int = 1, line: @autoclosure () -> String
  ) throws(StoreError) {
    counts[failure, default: 0] += readings
    let short = value.map { $0.utf8.count > 400 ? $0.prefix(100) + "…" : $0 }
    let rejection = Rejection(row: row, column: column, value: short, reason: failure.reason)
    if examples.count < 5 { examples.append(rejection) }
    if case .handedOn(let body) = list { body(rejection, failure, line()) }
    try log?.add(rejection, of: file)
  }

  /// Puts the list in its place and gives its path; nil if nothing was rejected.
  func keep() throws(StoreError) -> String? { try log?.keep() }
}
