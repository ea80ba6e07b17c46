/// The sets of areas that hold some place, each with a number: -1 the empty set, an area's own
/// number the set of it alone, higher numbers for overlaps.
struct HolderSets: Sendable {
  /// The number of the empty set.
  static let none: Int32 = -1

  /// How many areas there are.
  let count: Int32
  private var members: [Int32] = []
  private var starts: [Int] = [0]
  /// Places in `starts` by hash, open addressing; -1 is free.
  ///
  /// Only while building.
  private var slots = [Int32](repeating: -1, count: 16)
  private let byteLimit: Int

  /// Sets of some of `count` areas, `byteLimit` bytes at most.
  init(count: Int, byteLimit: Int) {
    self.count = Int32(truncatingIfNeeded: count)
    self.byteLimit = byteLimit
  }

  /// How many bytes the sets take.
  var byteCount: Int { 4 * members.count + 8 * starts.count }

  /// True if there was no room for a set.
  private(set) var isFull = false

  /// The number of a set given in rising order; the same for the same set.
  mutating func number(of set: [Int32]) -> Int32 {
    switch set.count {
    case 0: return Self.none
    case 1: return set[0]
    default: break
    }
    var slot = Self.hash(set) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if members[starts[place]..<starts[place + 1]].elementsEqual(set) {
        return count + slots[slot]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard byteCount + 4 * set.count + 8 <= byteLimit else {
      isFull = true
      return Self.none
    }
    let place = starts.count - 1
    members += set
    starts.append(members.count)
    slots[slot] = Int32(truncatingIfNeeded: place)
    if 2 * starts.count > slots.count { growSlots() }
    return count + Int32(truncatingIfNeeded: place)
  }

  private mutating func growSlots() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for place in 0..<starts.count - 1 {
      let set = members[starts[place]..<starts[place + 1]]
      var slot = Self.hash(set) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: place)
    }
  }

  private static func hash(_ set: some Sequence<Int32>) -> Int {
    var hash: UInt64 = 0
    for number in set {
      hash = (hash ^ UInt64(UInt32(bitPattern: number))) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash)
  }

  /// The set of a number, in rising order.
  subscript(number: Int32) -> [Int32] {
    if number < 0 { return [] }
    if number < count { return [number] }
    let place = Int(number - count)
    return Array(members[starts[place]..<starts[place + 1]])
  }

  /// Copies the set of a number to a list, in rising order.
  func copy(_ number: Int32, to list: inout [Int32]) {
    list.removeAll(keepingCapacity: true)
    if number >= count {
      let place = Int(number - count)
      list.append(contentsOf: members[starts[place]..<starts[place + 1]])
    } else if number >= 0 {
      list.append(number)
    }
  }

  /// True if any two areas overlap.
  var hasOverlaps: Bool { !members.isEmpty }

  /// The lowest of a set; -1 if it is empty.
  @inline(__always)
  func lowest(_ number: Int32) -> Int32 {
    number < count ? number : members[starts[Int(number - count)]]
  }

  /// Drops what only building needs.
  mutating func seal() {
    slots = []
  }
}

extension [Int32] {
  /// Appends the areas that crossing a line toggles.
  mutating func appendAreas(of edge: BorderEdge) {
    if edge.first >= 0 { append(edge.first) }
    if edge.second >= 0 { append(edge.second) }
  }

  /// Toggles many numbers, which are sorted on the way, in a rising list.
  ///
  /// Few one by one, else in one merge: O(n + k log k).
  mutating func toggle(all numbers: inout [Int32]) {
    guard numbers.count > 8 else {
      for number in numbers { toggle(number) }
      return
    }
    numbers.sort()
    var merged: [Int32] = []
    merged.reserveCapacity(count + numbers.count)
    var place = 0
    var index = 0
    while index < numbers.count {
      let number = numbers[index]
      var isOdd = false
      while index < numbers.count, numbers[index] == number {
        isOdd.toggle()
        index += 1
      }
      guard isOdd else { continue }
      while place < count, self[place] < number {
        merged.append(self[place])
        place += 1
      }
      if place < count, self[place] == number { place += 1 } else { merged.append(number) }
    }
    merged.append(contentsOf: self[place...])
    self = merged
  }

  /// Adds a number to a rising list, or removes it if it is there; negative ones are ignored.
  mutating func toggle(_ number: Int32) {
    guard number >= 0 else { return }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    if low < count, self[low] == number { remove(at: low) } else { insert(number, at: low) }
  }
}
