import Dispatch
import Terminal

/// Two pieces of work at the same time.
enum SideBySide {
  /// Runs both and waits; throws what the first throws, else what the second throws.
  static func run<First, Second>(
    _ first: () throws -> First, _ second: () throws -> Second
  ) throws -> (First, Second) {
    try withoutActuallyEscaping(first) { first in
      try withoutActuallyEscaping(second) { second in
        let pair = Pair(first, second)
        DispatchQueue.concurrentPerform(iterations: 2) { pair.run($0) }
        return try pair.results()
      }
    }
  }

  /// Each half is touched by one thread until both are done, hence `Sendable`.
  private final class Pair<First, Second>: @unchecked Sendable {
    private let first: () throws -> First
    private let second: () throws -> Second
    private var firstResult: Result<First, any Error>?
    private var secondResult: Result<Second, any Error>?

    init(_ first: @escaping () throws -> First, _ second: @escaping () throws -> Second) {
      self.first = first
      self.second = second
    }

    func run(_ half: Int) {
      if half == 0 { firstResult = Result { try first() } }
      if half == 1 { secondResult = Result { try second() } }
    }

    func results() throws -> (First, Second) {
      guard let first = try firstResult?.get(), let second = try secondResult?.get() else {
        throw CommandFailure(status: .software, message: "a piece of work was left undone")
      }
      return (first, second)
    }
  }
}
