/// For each of some owners the numbers of its members, ascending, in two flat arrays.
struct MemberLists: Sendable {
  private let starts: [Int32]
  private let members: [Int32]

  /// Lists `owners.count` members by owner, 0 to below `count`; those of a negative owner in no list.
  init(count: Int, owners: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for owner in owners where owner >= 0 { starts[Int(owner) + 1] += 1 }
    for owner in 0..<count { starts[owner + 1] += starts[owner] }
    var next = starts
    var members = [Int32](repeating: 0, count: Int(starts[count]))
    for (member, owner) in owners.enumerated() where owner >= 0 {
      members[Int(next[Int(owner)])] = Int32(member)
      next[Int(owner)] += 1
    }
    self.starts = starts
    self.members = members
  }

  /// The members of an owner.
  subscript(owner: Int) -> ArraySlice<Int32> {
    members[Int(starts[owner])..<Int(starts[owner + 1])]
  }
}
