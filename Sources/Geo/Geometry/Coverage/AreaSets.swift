/// Sets of area numbers, each kept once and named by a number; the empty set is 0.
struct AreaSets {
  /// The sets, each rising.
  private(set) var members: [[Int32]] = [[]]
  private var numbers: [[Int32]: Int32] = [[]: 0]
  private var differences: [UInt64: Int32] = [:]
  private var singles: [Int32] = []

  /// The set of one area.
  mutating func single(_ area: Int32) -> Int32 {
    while singles.count <= Int(area) {
      singles.append(number(of: [Int32(truncatingIfNeeded: singles.count)]))
    }
    return singles[Int(area)]
  }

  /// What is in one of two sets and not in both; O(1) once the pair is known.
  mutating func difference(_ one: Int32, _ other: Int32) -> Int32 {
    if one == 0 { return other }
    if other == 0 { return one }
    if one == other { return 0 }
    let key =
      UInt64(UInt32(bitPattern: min(one, other))) << 32
      | UInt64(UInt32(bitPattern: max(one, other)))
    if let known = differences[key] { return known }
    let found = number(of: Self.difference(members[Int(one)], members[Int(other)]))
    differences[key] = found
    return found
  }

  private mutating func number(of set: [Int32]) -> Int32 {
    if let known = numbers[set] { return known }
    let number = Int32(truncatingIfNeeded: members.count)
    members.append(set)
    numbers[set] = number
    return number
  }

  private static func difference(_ one: [Int32], _ other: [Int32]) -> [Int32] {
    var result: [Int32] = []
    var (i, j) = (0, 0)
    while i < one.count || j < other.count {
      if j == other.count || (i < one.count && one[i] < other[j]) {
        result.append(one[i])
        i += 1
      } else if i == one.count || other[j] < one[i] {
        result.append(other[j])
        j += 1
      } else {
        i += 1
        j += 1
      }
    }
    return result
  }
}
