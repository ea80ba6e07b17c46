/// Removes visits that collect little for the time they take, the worst more often.
struct WorstRemoval {
  let weights: Weights

  /// Removes `wanted` visits, each the worst of a few drawn at random.
  func run(_ schedule: inout Schedule, count wanted: Int, _ random: inout Xoshiro256) {
    for _ in 0..<wanted {
      var worst: (shift: Int, position: Int)?
      var least = Double.infinity
      for _ in 0..<6 {
        let shift = random.below(schedule.model.shiftCount)
        let count = Int(schedule.count[shift])
        guard count > 0 else { continue }
        let position = 1 + random.below(count)
        let site = schedule.row(shift)[position]
        let time =
          schedule.saving(shift, position: position) + schedule.model.service[Int(site)]
        let density =
          Double(weights.loss(of: site, in: schedule)) / Double(max(0, time) + 1)
        if density < least {
          least = density
          worst = (shift, position)
        }
      }
      guard let worst else { return }
      schedule.remove(worst.shift, position: worst.position)
    }
  }
}
