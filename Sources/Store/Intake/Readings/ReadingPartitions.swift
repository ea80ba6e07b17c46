internal import Foundation
internal import Inspection

/// Readings on disk, dealt out by site, so that those of a site come together in little memory.
///
/// Sites are dealt out to 256 files in turn; a file is read back whole and its readings are put in
/// order by site, each site's in the order in which they came. Every reading is written and read once,
/// 20 bytes each. The files are removed as soon as they are open, so that nothing is left of a run
/// that is killed.
///
/// A class because it owns open files.
final class ReadingPartitions {
  private typealias Stored = ReadingBatch.Entry

  static let count = 256
  private static let room = 1 << 12

  private let folder: String
  private var files: [Int32] = []
  /// Room for some readings of every file, one after the other, and how many are there.
  ///
  /// Plain memory: arrays of a class are checked for exclusive access at every reading.
  private let buffers: UnsafeMutablePointer<Stored>
  private let filled: UnsafeMutablePointer<Int>
  private(set) var bytes = 0

  /// Files in a folder.
  init(folder: String) throws(StoreError) {
    self.folder = folder
    buffers = .allocate(capacity: Self.count * Self.room)
    filled = .allocate(capacity: Self.count)
    filled.initialize(repeating: 0, count: Self.count)
    for part in 0..<Self.count {
      let path = (folder as NSString).appendingPathComponent(
        ".hotspot-readings-\(getpid())-\(part)")
      let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw failure() }
      unlink(path)
      files.append(file)
    }
  }

  deinit {
    for file in files { close(file) }
    buffers.deallocate()
    filled.deallocate()
  }

  /// Adds readings.
  func add(_ batch: ReadingBatch) throws(StoreError) {
    let (entries, buffers, filled) = (batch.entries, buffers, filled)
    for index in 0..<batch.count {
      let entry = entries[index]
      let part = Int(entry.site) & (Self.count - 1)
      buffers[part &* Self.room &+ filled[part]] = entry
      filled[part] &+= 1
      if filled[part] == Self.room { try flush(part) }
    }
  }

  /// Gives the readings of every site, of one after the other.
  func forEachSite(
    of sites: Int, _ body: (Int, [MeterReading]) throws -> Void
  ) throws {
    for part in 0..<Self.count {
      if filled[part] > 0 { try flush(part) }
      let stored = try read(part)
      guard !stored.isEmpty else { continue }
      try Self.group(stored, part, sites: sites, body)
    }
  }

  private static func group(
    _ stored: [Stored], _ part: Int, sites: Int, _ body: (Int, [MeterReading]) throws -> Void
  ) throws {
    // A counting sort by the site's place in the part.
    var starts = [Int](repeating: 0, count: sites / count + 2)
    for entry in stored { starts[Int(entry.site) / count + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    let sorted = [MeterReading](unsafeUninitializedCapacity: stored.count) { memory, filled in
      var next = starts
      for entry in stored {
        let place = Int(entry.site) / count
        memory.initializeElement(at: next[place], to: entry.reading)
        next[place] += 1
      }
      filled = stored.count
    }
    for place in 0..<starts.count - 1 where starts[place] < starts[place + 1] {
      try body(place * count + part, Array(sorted[starts[place]..<starts[place + 1]]))
    }
  }

  private func flush(_ part: Int) throws(StoreError) {
    let memory = UnsafeRawBufferPointer(
      UnsafeBufferPointer(start: buffers + part * Self.room, count: filled[part]))
    var done = 0
    while done < memory.count {
      let count = write(files[part], memory.baseAddress.map { $0 + done }, memory.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      done += count
    }
    bytes += memory.count
    filled[part] = 0
  }

  private func read(_ part: Int) throws(StoreError) -> [Stored] {
    let size = Int(lseek(files[part], 0, SEEK_END))
    let count = size / MemoryLayout<Stored>.stride
    guard count > 0 else { return [] }
    let stored = [Stored](unsafeUninitializedCapacity: count) { memory, filled in
      let raw = UnsafeMutableRawBufferPointer(memory)
      var done = 0
      while done < size, let base = raw.baseAddress {
        let count = pread(files[part], base + done, size - done, off_t(done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        done += count
      }
      filled = done == size ? count : 0
    }
    guard stored.count == count else { throw failure() }
    // What was read is not needed on disk any more.
    ftruncate(files[part], 0)
    return stored
  }

  private func failure() -> StoreError {
    StoreError(
      .inputOutput, "readings cannot be kept on disk: \(String(cString: strerror(errno)))",
      file: folder, expected: "20 bytes a reading",
      nextStep: "Name a folder with room by --scratch, or give readings of a site together.")
  }
}
