/// Removes stops until a shift is feasible again.
struct Ejection {
  let weights: Weights

  /// Ejects the stops that lose least for the time they free, never `kept`.
  func run(
    _ schedule: inout Schedule, _ shift: Int, keeping kept: Int32 = -1,
    _ random: inout Xoshiro256
  ) {
    while !schedule.isFeasible(shift) {
      let isFull = schedule.count[shift] > schedule.model.visits[shift]
      let excess = -schedule.slack(shift)
      var worst = 0
      var least = Double.infinity
      for position in 1..<(Int(schedule.count[shift]) + 1) {
        let site = schedule.row(shift)[position]
        guard site != kept else { continue }
        let freed =
          schedule.saving(shift, position: position) + schedule.model.service[Int(site)]
        let useful = excess > 0 ? min(freed, excess) : isFull ? 1 : freed
        let loss = weights.value(
          prize: weights.loss(of: site, in: schedule), drive: Int64(freed))
        let noise = 1 + Double(random.below(256)) / 512
        let score =
          useful > 0 ? Double(loss) * noise / Double(useful) : Double(loss) * 1e9 + 1e18
        if score < least {
          least = score
          worst = position
        }
      }
      schedule.remove(shift, position: worst > 0 ? worst : 1)
    }
  }
}
