/// The best schedules of several searches, from which whole shifts can be taken over.
struct Elite {
  private var shifts: [(shift: Int, stops: [Int32])] = []

  /// Whether nothing is kept.
  var isEmpty: Bool { shifts.isEmpty }

  /// Keeps the shifts of a schedule that are driven.
  mutating func add(_ routes: [[Int32]]) {
    for (shift, route) in routes.enumerated() where !route.isEmpty { shifts.append((shift, route)) }
  }

  /// Puts a kept shift in the place of the one that shares most sites with it, and takes its
  /// sites out of all others.
  func transplant(_ schedule: inout Schedule, _ random: inout Xoshiro256) {
    guard !shifts.isEmpty else { return }
    let graft = shifts[random.below(shifts.count)]
    var shared = [Int](repeating: 0, count: schedule.model.shiftCount)
    for site in graft.stops where schedule.shiftOf[Int(site)] >= 0 {
      shared[Int(schedule.shiftOf[Int(site)])] += 1
    }
    var target = graft.shift
    for shift in shared.indices
    where shared[shift] > shared[target] && isAlike(schedule.model, shift, graft.shift) {
      target = shift
    }
    guard shared[target] < graft.stops.count || Int(schedule.count[target]) > shared[target]
    else { return }
    while schedule.count[target] > 0 { schedule.remove(target, position: 1) }
    for site in graft.stops where schedule.shiftOf[Int(site)] >= 0 {
      schedule.remove(Int(schedule.shiftOf[Int(site)]), position: schedule.position(site))
    }
    for (gap, site) in graft.stops.enumerated() { schedule.insert(site, target, gap: gap) }
  }

  private func isAlike(_ model: Model, _ one: Int, _ other: Int) -> Bool {
    model.start[one] == model.start[other] && model.end[one] == model.end[other]
      && model.limit[one] == model.limit[other] && model.visits[one] == model.visits[other]
  }
}
