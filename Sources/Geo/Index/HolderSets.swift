/// The sets of areas that hold some place, each with a number: -1 the empty set, an area's own
/// number the set of it alone, higher numbers for overlaps.
struct HolderSets: Sendable {
  /// The number of the empty set.
  static let none: Int32 = -1

  /// How many areas there are.
  let count: Int32
  private var members: [Int32] = []
  private var starts: [Int] = [0]
  private var numbers: [[Int32]: Int32] = [:]

  /// Sets of some of `count` areas.
  init(count: Int) {
    self.count = Int32(truncatingIfNeeded: count)
  }

  /// The number of a set given in rising order; the same for the same set.
  mutating func number(of set: [Int32]) -> Int32 {
    switch set.count {
    case 0: return Self.none
    case 1: return set[0]
    default: break
    }
    if let known = numbers[set] { return known }
    let number = count + Int32(truncatingIfNeeded: starts.count - 1)
    members += set
    starts.append(members.count)
    numbers[set] = number
    return number
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
    numbers = [:]
  }
}

extension [Int32] {
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
