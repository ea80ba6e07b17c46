import ArgumentParser

/// A round or several that follow each other, as named on the command line.
struct RoundRange: Sendable, Hashable, ExpressibleByArgument {
  let rounds: ClosedRange<Int>

  /// Reads `14` or `14-19`.
  init?(argument: String) {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first >= 1, first <= last
    else { return nil }
    rounds = first...last
  }
}
