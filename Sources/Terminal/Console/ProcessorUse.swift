import Glibc

/// How much processor time the program has taken.
package enum ProcessorUse {
  /// Seconds of all threads since the program's start.
  package static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
