/// Removes the visits nearest to a place, whatever their shifts, leaving some out by chance.
struct RelatedRemoval {
  /// Removes about `wanted` visits near a node.
  func run(
    _ schedule: inout Schedule, near node: Int32, count wanted: Int, _ random: inout Xoshiro256
  ) {
    let model = schedule.model
    let times = model.outOf + Int(node) * model.nodeCount
    var passed: Int64 = -1
    for _ in 0..<wanted {
      var best: Int32?
      var least = Int64.max
      for shift in 0..<model.shiftCount {
        let row = schedule.row(shift)
        for position in 1..<(Int(schedule.count[shift]) + 1) {
          let key = Int64(times[Int(row[position])]) << 32 | Int64(row[position])
          if key < least, key > passed {
            least = key
            best = row[position]
          }
        }
      }
      guard let best else { return }
      passed = least
      if random.below(4) > 0 {
        schedule.remove(Int(schedule.shiftOf[Int(best)]), position: schedule.position(best))
      }
    }
  }
}
