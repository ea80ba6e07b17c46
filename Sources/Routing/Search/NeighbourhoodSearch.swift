/// Large neighbourhood search: ruin a part of the schedule, build it up again, keep it or not.
struct NeighbourhoodSearch: ~Copyable {
  /// Trial changes from which the temperatures are taken.
  private static let samples = 200

  private let model: Model
  private let weights: Weights
  private var random: Xoshiro256
  private var greedy: GreedyInsertion
  private var order: DayOrder
  private var annealing: Annealing
  private var best: Schedule
  private var overall: Schedule
  private var elite = Elite()
  private let neighbours: Neighbours

  init(_ model: Model, _ weights: Weights, seed: UInt64) {
    self.model = model
    self.weights = weights
    random = Xoshiro256(seed: seed)
    greedy = GreedyInsertion(model, weights)
    order = DayOrder(model)
    annealing = Annealing(hot: 1, cold: 1)
    best = Schedule(model)
    overall = Schedule(model)
    neighbours = Neighbours(model, atMost: 40)
  }

  /// Improves a schedule in place; returns the rounds made.
  ///
  /// A long search anneals several times and gathers what each finds; the last time it starts
  /// from the best, and takes whole shifts over from the others too.
  mutating func run(
    _ schedule: inout Schedule, _ settings: SolverSettings, since clock: ProcessorClock
  ) -> Int {
    guard model.siteCount > 0, model.shiftCount > 0 else { return 0 }
    var pace = Pace(settings, since: clock)
    overall.copy(schedule)
    let sampling = ProcessorClock()
    setTemperatures(&schedule)
    let cycles = pace.cycles(changes: Self.samples, took: sampling.seconds)
    for cycle in 0..<cycles {
      let isLast = cycle == cycles - 1
      if isLast { schedule.copy(overall) }
      best.copy(schedule)
      anneal(&schedule, &pace, from: cycle, of: cycles, isLast && cycles > 1)
      if best.tally.isBetter(than: overall.tally) { overall.copy(best) }
      elite.add(best)
    }
    schedule.copy(overall)
    return pace.rounds
  }

  /// Goes once from hot to cold, or from lukewarm to cold to recombine.
  private mutating func anneal(
    _ schedule: inout Schedule, _ pace: inout Pace, from cycle: Int, of cycles: Int,
    _ isRecombining: Bool
  ) {
    var value = weights.value(schedule.tally)
    var progress = pace.progress
    while progress < Double(cycle + 1) / Double(cycles) {
      let share = progress * Double(cycles) - Double(cycle)
      annealing.cool(isRecombining ? 0.3 + 0.7 * share : share)
      repeat {
        value = step(&schedule, value, isRecombining)
        pace.rounds += 1
      } while pace.rounds % 64 != 0 && pace.rounds < pace.mostRounds
      progress = pace.progress
    }
  }

  /// One round: the value of the schedule after it.
  private mutating func step(
    _ schedule: inout Schedule, _ value: Int64, _ isRecombining: Bool
  ) -> Int64 {
    if isRecombining, random.below(8) == 0 {
      elite.transplant(&schedule, &random)
      rebuild(&schedule)
    } else {
      change(&schedule)
    }
    let changed = weights.value(schedule.tally)
    guard
      schedule.tally.isBetter(than: best.tally) || annealing.accepts(changed, from: value, &random)
    else {
      schedule.rollback()
      return value
    }
    tighten(&schedule)
    if schedule.tally.isBetter(than: best.tally) {
      polish(&schedule)
      best.copy(schedule)
    }
    schedule.commit()
    return weights.value(schedule.tally)
  }

  /// Takes the temperatures from what a change loses when it loses, the hotter the longer the
  /// shifts, whose good orders lie farther apart.
  private mutating func setTemperatures(_ schedule: inout Schedule) {
    let value = weights.value(schedule.tally)
    var losses: [Int64] = []
    for _ in 0..<Self.samples {
      change(&schedule)
      let loss = value - weights.value(schedule.tally)
      if loss > 0 { losses.append(loss) }
      schedule.rollback()
    }
    losses.sort()
    let typical = losses.isEmpty ? 1 : Double(losses[losses.count / 2])
    let visits = model.siteCount - schedule.idleCount
    let eighths = max(1, Double(visits) / Double(8 * model.shiftCount))
    let hot = 1.5 * typical * eighths
    annealing = Annealing(hot: max(1, hot), cold: max(1, hot / 100))
  }

  /// One move of a kind drawn at random, with what fits put in afterwards.
  private mutating func change(_ schedule: inout Schedule) {
    if random.below(2) == 0, schedule.idleCount > 0 {
      let site = schedule.idle[random.below(schedule.idleCount)]
      guard weights.gain(of: site, in: schedule) > 0 else { return }
      Swallow(weights: weights).run(&schedule, site, &random)
    } else {
      ruin(&schedule)
    }
    rebuild(&schedule)
  }

  /// Makes the changed shifts feasible and puts in what fits.
  private mutating func rebuild(_ schedule: inout Schedule) {
    for index in 0..<schedule.journal.shiftCount {
      let shift = Int(schedule.journal.shifts[index])
      Ejection(weights: weights).run(&schedule, shift, &random)
      order.improve(&schedule, shift, exact: false)
    }
    let greed = Greed.allCases[random.below(Greed.allCases.count)]
    greedy.refill(&schedule, by: greed, neighbours, &random)
  }

  /// Orders the changed shifts better and fills the time won.
  private mutating func tighten(_ schedule: inout Schedule) {
    var hasChanged = false
    for index in 0..<schedule.journal.shiftCount {
      let shift = Int(schedule.journal.shifts[index])
      if order.improve(&schedule, shift, exact: false) { hasChanged = true }
    }
    if hasChanged { greedy.refill(&schedule, by: .density, neighbours, &random) }
  }

  private mutating func ruin(_ schedule: inout Schedule) {
    let near = Int32(random.below(model.siteCount))
    switch random.below(8) {
    case 0..<4:
      StringRemoval(longest: 10, average: 12)
        .run(&schedule, near: near, &random)
    case 4..<6:
      RelatedRemoval().run(&schedule, near: near, count: 2 + random.below(8), &random)
    case 6: RandomRemoval().run(&schedule, count: 1 + random.below(6), &random)
    default: WorstRemoval(weights: weights).run(&schedule, count: 1 + random.below(6), &random)
    }
  }

  private mutating func polish(_ schedule: inout Schedule) {
    for shift in 0..<model.shiftCount { order.improve(&schedule, shift, exact: true) }
    greedy.fill(&schedule, by: .density)
    schedule.commit()
  }
}
