import Glibc

/// Large neighbourhood search: ruin a part of the schedule, build it up again, keep it or not.
struct NeighbourhoodSearch: ~Copyable {
  /// Trial changes from which the temperatures are taken.
  static let samples = 200
  /// The temperature of the coolest search as a share of the hottest one's, on days of eight visits.
  private static let coolest = 0.125

  private let model: Model
  private let weights: Weights
  private var random: Xoshiro256
  private var greedy: GreedyInsertion
  private var order: DayOrder
  private var annealing: Annealing
  private var best: Schedule
  private let elite: Elite
  private let neighbours: Neighbours

  /// - Parameters:
  ///   - neighbours: Of the same model.
  ///   - elite: Schedules to take whole shifts over from; empty for a search from scratch.
  init(
    _ model: Model, _ weights: Weights, _ neighbours: Neighbours, seed: UInt64,
    elite: Elite = Elite()
  ) {
    self.model = model
    self.weights = weights
    self.neighbours = neighbours
    self.elite = elite
    random = Xoshiro256(seed: seed)
    greedy = GreedyInsertion(model, weights)
    order = DayOrder(model)
    annealing = Annealing(hot: 1, cold: 1)
    best = Schedule(model)
  }

  /// Improves a schedule in place; returns the rounds made.
  ///
  /// Goes once from hot to cold, or, with an elite, from lukewarm to cold to recombine.
  mutating func run(
    _ schedule: inout Schedule, _ annealing: Annealing, _ pace: consuming Pace
  ) -> Int {
    self.annealing = annealing
    best.copy(schedule)
    var value = weights.value(schedule.tally)
    var progress = pace.progress
    while progress < 1 {
      self.annealing.cool(elite.isEmpty ? progress : 0.3 + 0.7 * progress)
      repeat {
        value = step(&schedule, value)
        pace.rounds += 1
      } while pace.rounds % 64 != 0 && pace.rounds < pace.mostRounds
      progress = pace.progress
    }
    schedule.copy(best)
    return pace.rounds
  }

  /// One round: the value of the schedule after it.
  private mutating func step(_ schedule: inout Schedule, _ value: Int64) -> Int64 {
    if !elite.isEmpty, random.below(8) == 0 {
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

  /// Takes the temperatures from what a change loses when it loses.
  ///
  /// Where not all rules can be met, what breaks one more does not count: a few visits more or less
  /// are the question there. Where all are met, a search must be hot enough to pass over a broken one.
  /// The longer the shifts, the hotter all searches, the coolest too: good orders lie farther apart.
  mutating func temperatures(_ schedule: inout Schedule) -> Annealing {
    let start = schedule.tally
    let value = weights.value(start)
    let isWhole = start.requiredMissing == 0 && start.groupVisitsMissing == 0
    var losses: [Int64] = []
    for _ in 0..<Self.samples {
      change(&schedule)
      let loss = value - weights.value(schedule.tally)
      if loss > 0, isWhole || !schedule.tally.breaksMore(than: start) { losses.append(loss) }
      schedule.rollback()
    }
    losses.sort()
    let typical = losses.isEmpty ? 1 : Double(losses[losses.count / 2])
    let visits = model.siteCount - schedule.idleCount
    let eighths = max(1, Double(visits) / Double(8 * model.shiftCount))
    let hot = typical * eighths * eighths
    return Annealing(
      hot: max(1, hot), cold: max(1, hot / 100), coolest: pow(Self.coolest, 1 / eighths))
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
    if model.shiftCount > 1, random.below(4) == 0 {
      TailExchange().run(&schedule, &random)
      if random.below(2) == 0 { return }
    }
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
