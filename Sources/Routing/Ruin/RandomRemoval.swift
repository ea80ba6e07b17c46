/// Removes visits drawn at random.
struct RandomRemoval {
  /// Removes up to `wanted` visits.
  func run(_ schedule: inout Schedule, count wanted: Int, _ random: inout Xoshiro256) {
    for _ in 0..<wanted {
      let shift = random.below(schedule.model.shiftCount)
      let count = Int(schedule.count[shift])
      guard count > 0 else { continue }
      schedule.remove(shift, position: 1 + random.below(count))
    }
  }
}
