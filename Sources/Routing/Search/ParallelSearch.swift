import Dispatch

/// Several searches from the same start, apart from each other, then one from the best of them that
/// takes whole shifts over from the others too.
///
/// How many there are depends on the effort alone, never on the threads that they are dealt to.
struct ParallelSearch {
  /// What one search came to.
  private struct Found {
    var routes: [[Int32]]
    var tally: Tally
    var rounds: Int
  }

  /// Rounds that a search needs to be worth its while.
  private let roundsPerSearch: Double
  /// Of the effort that goes beyond so many searches, each gets more.
  private static let fewSearches = 8
  private static let mostSearches = 64

  /// How far from the hottest to the coolest the last search stands.
  ///
  /// It only has to fit whole shifts of others in, and keeps more of them when it is cool.
  private static let lastWay = 0.75

  private let model: Model
  private let weights: Weights
  private let settings: SolverSettings
  private let neighbours: Neighbours

  init(
    _ model: Model, _ weights: Weights, _ settings: SolverSettings,
    roundsPerSearch: Double = 25_000
  ) {
    self.roundsPerSearch = roundsPerSearch
    self.model = model
    self.weights = weights
    self.settings = settings
    neighbours = Neighbours(model, atMost: 40)
  }

  /// Improves a schedule; returns the rounds made by all searches.
  /// - Parameter clock: Started when the solver was, so that the construction counts too.
  func run(_ schedule: inout Schedule, since clock: ProcessorClock) -> Int {
    guard model.siteCount > 0, model.shiftCount > 0 else { return 0 }
    let sampling = ProcessorClock()
    var scout = search(seed: settings.seed)
    let annealing = scout.temperatures(&schedule)
    let left = settings.cpuSeconds.map { max(0, $0 - clock.seconds) }
    let count = searches(left, sampleSeconds: sampling.seconds)
    let seconds = left.map { $0 / Double(count) }
    let first = Found(routes: schedule.routes, tally: schedule.tally, rounds: 0)
    let found = side(by: max(1, count - 1), first, annealing, seconds, of: count)
    var best = first
    for one in found where one.tally.isBetter(than: best.tally) { best = one }
    schedule.copy(best.routes)
    let rounds = found.reduce(0) { $0 + $1.rounds }
    guard count > 1 else { return rounds }
    var elite = Elite()
    for one in found { elite.add(one.routes) }
    var last = search(seed: settings.seed &+ UInt64(count) &* Self.seedStep, elite: elite)
    let pace = Pace(rounds: settings.iterations - rounds, seconds: seconds)
    return rounds + last.run(&schedule, annealing.cooler(Self.lastWay), pace)
  }

  /// Sets the seeds of the searches apart.
  private static let seedStep: UInt64 = 0x9E37_79B9_7F4A_7C15

  private func search(seed: UInt64, elite: Elite = Elite()) -> NeighbourhoodSearch {
    NeighbourhoodSearch(model, weights, neighbours, seed: seed, elite: elite)
  }

  /// How many searches the effort is worth, given how long some rounds have taken.
  private func searches(_ left: Double?, sampleSeconds: Double) -> Int {
    var rounds = Double(settings.iterations)
    if let left {
      let perRound = max(1e-9, sampleSeconds / Double(NeighbourhoodSearch.samples))
      rounds = min(rounds, left / perRound)
    }
    let few = min(Self.fewSearches, Int(rounds / roundsPerSearch))
    let many = min(Self.mostSearches, Int(rounds / (4 * roundsPerSearch)))
    return max(1, few, many)
  }

  /// Searches from one start, dealt to the threads in turn.
  private func side(
    by count: Int, _ start: Found, _ annealing: Annealing, _ seconds: Double?, of parts: Int
  ) -> [Found] {
    var found = [Found](repeating: start, count: count)
    let threads = max(1, min(settings.threads, count))
    found.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      nonisolated(unsafe) let me = self
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for lane in stride(from: thread, to: count, by: threads) {
          let pace = Pace(rounds: me.settings.iterations / parts, seconds: seconds)
          output[lane] = me.run(lane, output[lane], annealing, pace)
        }
      }
    }
    return found
  }

  /// How far from the hottest to the coolest a search stands: four stand apart, and so do the next.
  ///
  /// Which temperature is best differs from problem to problem; and cool searches end apart from
  /// each other, which gives the last one shifts to choose from.
  private static func way(of lane: Int) -> Double { Double(lane % 4) / 3 }

  private func run(_ lane: Int, _ start: Found, _ annealing: Annealing, _ pace: Pace) -> Found {
    var schedule = Schedule(model)
    schedule.copy(start.routes)
    var search = search(seed: settings.seed &+ UInt64(lane) &* Self.seedStep)
    let rounds = search.run(&schedule, annealing.cooler(Self.way(of: lane)), pace)
    return Found(routes: schedule.routes, tally: schedule.tally, rounds: rounds)
  }
}
