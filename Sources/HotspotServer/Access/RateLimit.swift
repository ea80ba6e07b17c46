import Atomics

/// How often somebody may ask: a bucket of requests that fills up again at a steady rate.
///
/// The generic cell rate algorithm keeps one number a bucket, the moment at which it is full again,
/// so that buckets are taken from without a lock. There is a fixed number of them, and who shares
/// one by chance shares its rate: memory cannot be filled by inventing addresses.
struct RateLimit: Sendable {
  private let fullAt: [ManagedAtomic<Int>]
  private let nanosecondsEach: Int
  private let burst: Int

  /// - Parameters:
  ///   - perSecond: requests a second in the long run.
  ///   - burst: requests at once.
  ///   - buckets: how many there are.
  init(perSecond: Int, burst: Int, buckets: Int = 1024) {
    nanosecondsEach = 1_000_000_000 / max(1, perSecond)
    self.burst = max(1, burst)
    fullAt = (0..<max(1, buckets)).map { _ in ManagedAtomic(0) }
  }

  /// Takes one request out of the bucket of `key`; false if it is empty.
  /// - Parameter now: nanoseconds of a clock that never goes back.
  func admits(_ key: String, now: Int) -> Bool {
    let bucket = fullAt[Int(UInt(bitPattern: key.hashValue) % UInt(fullAt.count))]
    var known = bucket.load(ordering: .relaxed)
    while true {
      let next = max(known, now) + nanosecondsEach
      guard next - now <= burst * nanosecondsEach else { return false }
      let (isDone, original) = bucket.weakCompareExchange(
        expected: known, desired: next, ordering: .relaxed)
      if isDone { return true }
      known = original
    }
  }
}
