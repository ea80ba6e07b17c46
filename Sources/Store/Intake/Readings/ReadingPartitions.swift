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
  private struct Stored: BitwiseCopyable {
    let site: Int32
    let reading: MeterReading
  }

  static let count = 256
  private static let room = 1 << 12

  private let folder: String
  private var files: [Int32] = []
  private var buffers: [[Stored]]
  private(set) var bytes = 0

  /// Files in a folder.
  init(folder: String) throws(StoreError) {
    self.folder = folder
    buffers = [[Stored]](repeating: [], count: Self.count)
    for part in 0..<Self.count {
      let path = (folder as NSString).appendingPathComponent(
        ".hotspot-readings-\(getpid())-\(part)")
      let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw failure() }
      unlink(path)
      files.append(file)
      buffers[part].reserveCapacity(Self.room)
    }
  }

  deinit { for file in files { close(file) } }

  /// Adds readings.
  func add(_ batch: ReadingBatch) throws(StoreError) {
    for index in batch.sites.indices {
      let site = batch.sites[index]
      let part = Int(site) & (Self.count - 1)
      buffers[part].append(Stored(site: site, reading: batch.readings[index]))
      if buffers[part].count == Self.room { try flush(part) }
    }
  }

  /// Gives the readings of every site, of one after the other.
  func forEachSite(
    of sites: Int, _ body: (Int, [MeterReading]) throws -> Void
  ) throws {
    for part in 0..<Self.count {
      if !buffers[part].isEmpty { try flush(part) }
      buffers[part] = []
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
    var next = starts
    var order = [UInt32](repeating: 0, count: stored.count)
    for (index, entry) in stored.enumerated() {
      let place = Int(entry.site) / count
      order[next[place]] = UInt32(truncatingIfNeeded: index)
      next[place] += 1
    }
    var readings: [MeterReading] = []
    for place in 0..<starts.count - 1 where starts[place] < starts[place + 1] {
      readings.removeAll(keepingCapacity: true)
      for index in starts[place]..<starts[place + 1] {
        readings.append(stored[Int(order[index])].reading)
      }
      try body(place * count + part, readings)
    }
  }

  private func flush(_ part: Int) throws(StoreError) {
    let isWritten = buffers[part].withUnsafeBytes { memory in
      var done = 0
      while done < memory.count {
        let count = write(files[part], memory.baseAddress.map { $0 + done }, memory.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
    guard isWritten else { throw failure() }
    bytes += buffers[part].count * MemoryLayout<Stored>.stride
    buffers[part].removeAll(keepingCapacity: true)
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
