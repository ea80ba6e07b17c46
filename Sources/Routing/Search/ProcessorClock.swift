import Glibc

/// The processor time of the calling thread.
struct ProcessorClock {
  private let start = Self.now()

  /// Seconds since the clock was made.
  var seconds: Double { Self.now() - start }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
