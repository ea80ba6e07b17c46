internal import Inspection

/// The readings of a block of lines, each with its site.
///
/// A class because it owns memory that is used again for every block.
final class ReadingBatch {
  /// A reading and the number of its site; 20 bytes, as on disk.
  struct Entry: BitwiseCopyable {
    let site: Int32
    let reading: MeterReading
  }

  /// The entries; those from ``count`` on are room.
  private(set) var entries: UnsafeMutablePointer<Entry>
  /// How many there are.
  private(set) var count = 0
  private var capacity: Int

  init() {
    capacity = 1 << 15
    entries = .allocate(capacity: capacity)
  }

  deinit { entries.deallocate() }

  /// Empties it and makes room for some entries.
  func prepare(for entries: Int) {
    count = 0
    guard entries > capacity else { return }
    self.entries.deallocate()
    capacity = entries
    self.entries = .allocate(capacity: entries)
  }

  /// Adds an entry, for which room was made.
  @inline(__always)
  func add(_ entry: Entry) {
    entries[count] = entry
    count &+= 1
  }
}
