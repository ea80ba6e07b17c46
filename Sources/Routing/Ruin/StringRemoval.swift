/// Removes a few stops in a row from each of some shifts that pass near one place.
///
/// After Christiaens and Vanden Berghe, Slack Induction by String Removals (2020).
struct StringRemoval {
  /// The longest string.
  let longest: Int
  /// How many visits are removed on average.
  let average: Int

  /// Removes strings near a node.
  func run(_ schedule: inout Schedule, near node: Int32, _ random: inout Xoshiro256) {
    let shiftsWanted = 1 + random.below(max(1, 2 * average / max(1, longest)))
    var ruined = 0
    while ruined < shiftsWanted {
      guard let site = nearest(schedule, node) else { return }
      let shift = Int(schedule.shiftOf[Int(site)])
      let count = Int(schedule.count[shift])
      let length = 1 + random.below(min(longest, count))
      let position = schedule.position(site)
      let lowest = max(1, position - length + 1)
      let highest = min(position, count - length + 1)
      let first = lowest + random.below(highest - lowest + 1)
      for _ in 0..<length { schedule.remove(shift, position: first) }
      ruined += 1
    }
  }

  /// The visited site nearest to a node among the shifts not ruined yet.
  private func nearest(_ schedule: borrowing Schedule, _ node: Int32) -> Int32? {
    let model = schedule.model
    let times = model.outOf + Int(node) * model.nodeCount
    var best: Int32?
    var least = Int32.max
    for shift in 0..<model.shiftCount where !schedule.journal.isSaved[shift] {
      let row = schedule.row(shift)
      for position in 1..<(Int(schedule.count[shift]) + 1) where times[Int(row[position])] < least {
        least = times[Int(row[position])]
        best = row[position]
      }
    }
    return best
  }
}
