internal import Geo

/// Names of sites as bytes in one piece of memory, found by an open hash table.
///
/// The site that followed a site last time is tried first, since files by time go through the same
/// sites again.
struct SiteNameTable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var table = [Int32](repeating: -1, count: 1 << 12)
  private var followers: [Int32] = []
  private var last: Int32 = -1

  /// How many there are.
  var count: Int { starts.count - 1 }

  /// The name of a site.
  subscript(_ site: Int) -> String {
    bytes[starts[site]..<starts[site + 1]].withUnsafeBufferPointer { DelimitedText.string($0) }
  }

  /// The number of a name, a new one for a new name.
  mutating func number(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
    if last >= 0 {
      let guess = followers[Int(last)]
      if guess >= 0, isNamed(guess, name) {
        last = guess
        return guess
      }
    }
    let found = find(name)
    if last >= 0 { followers[Int(last)] = found }
    last = found
    return found
  }

  private mutating func find(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Self.hash(name) & (table.count - 1)
    while table[slot] >= 0 {
      if isNamed(table[slot], name) { return table[slot] }
      slot = (slot + 1) & (table.count - 1)
    }
    let number = Int32(truncatingIfNeeded: count)
    bytes.append(contentsOf: name)
    starts.append(bytes.count)
    followers.append(-1)
    table[slot] = number
    if count * 2 > table.count { grow() }
    return number
  }

  private func isNamed(_ number: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[Int(number)]
    guard starts[Int(number) + 1] - start == name.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<name.count where bytes[start + index] != name[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    var larger = [Int32](repeating: -1, count: 2 * table.count)
    for number in 0..<count {
      var slot =
        bytes[starts[number]..<starts[number + 1]].withUnsafeBufferPointer { Self.hash($0) }
        & (larger.count - 1)
      while larger[slot] >= 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = Int32(truncatingIfNeeded: number)
    }
    table = larger
  }

  /// FNV-1a with its high bits folded in.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) >> 1)
  }
}
