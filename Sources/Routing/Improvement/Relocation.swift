/// Moves a visit to a cheaper gap of another shift, which frees time for further visits.
///
/// One pass tries every visit against every other shift with room: O(visits x gaps).
struct Relocation {
  /// One pass; true if anything was moved.
  func improve(_ schedule: inout Schedule) -> Bool {
    var hasChanged = false
    for shift in 0..<schedule.model.shiftCount {
      var position = 1
      while position <= Int(schedule.count[shift]) {
        if improve(&schedule, shift, position) {
          hasChanged = true
        } else {
          position += 1
        }
      }
    }
    return hasChanged
  }

  private func improve(_ schedule: inout Schedule, _ shift: Int, _ position: Int) -> Bool {
    let site = schedule.row(shift)[position]
    var best = Insertion(extra: schedule.saving(shift, position: position), gap: -1)
    var target = -1
    for other in 0..<schedule.model.shiftCount where other != shift && schedule.hasRoom(other) {
      let found = schedule.cheapestGap(site, other)
      if found.extra < best.extra {
        best = found
        target = other
      }
    }
    guard target >= 0 else { return false }
    schedule.remove(shift, position: position)
    schedule.insert(site, target, gap: Int(best.gap))
    return true
  }
}
