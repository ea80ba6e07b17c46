import Glibc

/// The least time of several runs, in seconds.
package struct Clock {
  /// Of all threads, user and system.
  package private(set) var cpu = Double.infinity
  /// Of the clock on the wall.
  package private(set) var wall = Double.infinity

  package init() {}

  package mutating func measure(_ body: () throws -> Void) rethrows {
    let start = (Self.seconds(CLOCK_PROCESS_CPUTIME_ID), Self.seconds(CLOCK_MONOTONIC))
    try body()
    cpu = min(cpu, Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - start.0)
    wall = min(wall, Self.seconds(CLOCK_MONOTONIC) - start.1)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The most memory that this process has held so far, in MB.
  package static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024 / 1_000_000
  }
}
