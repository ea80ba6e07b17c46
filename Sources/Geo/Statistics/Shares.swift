import Dispatch

/// Equal parts of some work, done by a number of threads in no promised order.
struct Shares {
  let count: Int

  /// Does every part once; `threads` of 0 takes all cores.
  func forEach(threads: Int, _ body: @Sendable (Int) -> Void) {
    guard threads != 1, count > 1 else {
      for part in 0..<count { body(part) }
      return
    }
    let workers = threads > 0 ? min(threads, count) : count
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for part in stride(from: worker, to: count, by: workers) { body(part) }
    }
  }
}
