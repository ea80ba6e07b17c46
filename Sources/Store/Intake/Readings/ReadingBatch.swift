internal import Inspection

/// Readings of some rows, with the site of each.
struct ReadingBatch {
  /// The sites' numbers.
  var sites: [Int32] = []
  /// The readings.
  var readings: [MeterReading] = []

  init() {
    sites.reserveCapacity(1 << 16)
    readings.reserveCapacity(1 << 16)
  }

  mutating func removeAll() {
    sites.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
  }
}
