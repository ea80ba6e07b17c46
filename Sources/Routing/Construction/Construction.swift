/// The first plan: rules first, then prize for time, then local search until nothing helps.
///
/// Deterministic, and the whole of the solver where no iterations are asked for.
struct Construction: ~Copyable {
  /// Rounds of local search and refilling; nearly always fewer are needed.
  private static let mostRounds = 20

  private let weights: Weights
  private var greedy: GreedyInsertion
  private var order: DayOrder

  init(_ model: Model, _ weights: Weights) {
    self.weights = weights
    greedy = GreedyInsertion(model, weights)
    order = DayOrder(model)
  }

  /// Fills an empty schedule.
  mutating func build(_ schedule: inout Schedule) {
    let start = schedule.tally
    build(&schedule, farthestFirst: true)
    guard start.requiredMissing > 0 || start.groupVisitsMissing > 0 else { return }
    var other = Schedule(schedule.model)
    build(&other, farthestFirst: false)
    if other.tally.isBetter(than: schedule.tally) { schedule.copy(other) }
  }

  private mutating func build(_ schedule: inout Schedule, farthestFirst: Bool) {
    var rules = RegretInsertion(schedule, farthestFirst: farthestFirst)
    rules.run(&schedule)
    greedy.fill(&schedule, by: .density)
    polish(&schedule)
  }

  /// Local search until nothing helps.
  mutating func polish(_ schedule: inout Schedule) {
    for _ in 0..<Self.mostRounds {
      var hasChanged = orderShifts(&schedule, exact: false)
      if Relocation().improve(&schedule) { hasChanged = true }
      if Replacement(weights: weights).improve(&schedule) { hasChanged = true }
      let idle = schedule.idleCount
      greedy.fill(&schedule, by: .density)
      guard hasChanged || schedule.idleCount < idle else { break }
    }
    if orderShifts(&schedule, exact: true) { greedy.fill(&schedule, by: .density) }
    schedule.commit()
  }

  private mutating func orderShifts(_ schedule: inout Schedule, exact: Bool) -> Bool {
    var hasChanged = false
    for shift in 0..<schedule.model.shiftCount
    where order.improve(&schedule, shift, exact: exact) {
      hasChanged = true
    }
    return hasChanged
  }

  /// Puts given routes into an empty schedule, leaving out what no longer fits, and polishes.
  mutating func adopt(_ routes: [[Int32]], _ schedule: inout Schedule) {
    for (shift, route) in zip(0..<schedule.model.shiftCount, routes) {
      for site in route where schedule.hasRoom(shift) && schedule.shiftOf[Int(site)] < 0 {
        let last = Int(schedule.count[shift])
        if schedule.fits(site, shift, gap: last) {
          schedule.insert(site, shift, gap: last)
        } else {
          let found = schedule.cheapestGap(site, shift)
          if found.gap >= 0 { schedule.insert(site, shift, gap: Int(found.gap)) }
        }
      }
    }
    var rules = RegretInsertion(schedule, farthestFirst: false)
    rules.run(&schedule)
    greedy.fill(&schedule, by: .density)
    polish(&schedule)
  }
}
