/// Swaps a visited site for an idle one that is worth more, or as much and nearer.
///
/// The idle site goes to the cheapest gap of the same shift. One pass tries every visit of every
/// shift: O(visits x idle sites), with the gaps looked at only where the swap would gain.
struct Replacement {
  let weights: Weights

  /// One pass; true if anything was swapped.
  func improve(_ schedule: inout Schedule) -> Bool {
    var hasChanged = false
    for shift in 0..<schedule.model.shiftCount {
      var position = 1
      while position <= Int(schedule.count[shift]) {
        if improve(&schedule, shift, position) { hasChanged = true }
        position += 1
      }
    }
    return hasChanged
  }

  private func improve(_ schedule: inout Schedule, _ shift: Int, _ position: Int) -> Bool {
    let old = schedule.row(shift)[position]
    let loss = weights.loss(of: old, in: schedule)
    let driven = schedule.drive[shift]
    schedule.commit()
    schedule.remove(shift, position: position)
    var best: (site: Int32, insertion: Insertion)?
    var bestValue = weights.value(prize: loss, drive: Int64(driven))
    for index in 0..<schedule.idleCount {
      let site = schedule.idle[index]
      let gain = weights.gain(of: site, in: schedule)
      guard gain >= loss, site != old else { continue }
      let found = schedule.cheapestGap(site, shift)
      guard found.gap >= 0 else { continue }
      let value = weights.value(
        prize: gain, drive: Int64(schedule.drive[shift] + found.extra))
      if value > bestValue, gain > loss || schedule.drive[shift] + found.extra < driven {
        bestValue = value
        best = (site, found)
      }
    }
    guard let best else {
      schedule.rollback()
      return false
    }
    schedule.insert(best.site, shift, gap: Int(best.insertion.gap))
    return true
  }
}
