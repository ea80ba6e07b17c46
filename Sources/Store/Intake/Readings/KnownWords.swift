/// The few words that a column repeats, each with what it means.
///
/// Found by comparing bytes: for a handful that is quicker than any table.
struct KnownWords<Meaning> {
  private var words: [[UInt8]] = []
  private var meanings: [Meaning] = []
  private var last = 0

  /// More than these are no vocabulary, and are looked up anew.
  private static var limit: Int { 32 }

  /// What a word means; nil if it is not known yet.
  @inline(__always)
  mutating func meaning(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Meaning? {
    // Columns go round: after a word mostly comes the same one, or the one that came next before.
    for step in 0..<words.count {
      var place = last + step
      if place >= words.count { place -= words.count }
      if Self.isSame(words[place], bytes, range) {
        last = place
        return meanings[place]
      }
    }
    return nil
  }

  /// Keeps what a word means.
  mutating func learn(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ meaning: Meaning) {
    guard words.count < Self.limit else { return }
    last = words.count
    words.append(range.map { bytes[$0] })
    meanings.append(meaning)
  }

  /// Whether some bytes are a known text.
  @inline(__always)
  static func isSame(
    _ known: [UInt8], _ bytes: UnsafePointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard known.count == range.count else { return false }
    return known.withUnsafeBufferPointer { known in
      for index in 0..<known.count where known[index] != bytes[range.lowerBound &+ index] {
        return false
      }
      return true
    }
  }
}
