import Geo
import Routing

/// Solves days of a tour: which targets of a city, in which order, in the time left.
struct TourDaySolver {
  /// A day's targets in their order and the sum of their chances.
  struct Solved {
    var route: [Int]
    var value: Double
  }

  private struct Question: Hashable {
    let city: Int
    let seconds: Int
    let used: [Int]
  }

  let ground: TourGround
  let settings: TourSettings
  private var answers: [Question: Solved] = [:]
  /// How many days were solved, without those asked for again.
  private(set) var solved = 0

  /// How many of a city's targets a day of the search chooses from, and one of the tour itself.
  private static let quick = 60
  private static let thorough = 240

  init(_ ground: TourGround, settings: TourSettings) {
    self.ground = ground
    self.settings = settings
  }

  /// Seconds from one city's centre to another's, by expressway.
  func drive(from: Int?, to: Int) -> Int {
    guard let from, from != to else { return 0 }
    let metres = greatCircleDistance(ground.cities[from].centre, ground.cities[to].centre)
    return Int((metres / 1000 * settings.plan.detour / settings.expresswayKMH * 3600).rounded(.up))
  }

  /// A day in a city that begins so many seconds late, by construction and local search alone; the
  /// delay counts as whole quarters of an hour, so that equal questions come again.
  mutating func quick(_ city: Int, delay: Int, used: Set<Int>) throws -> Solved {
    let quarters = (delay + 899) / 900 * 900
    let own = ground.members[city].prefix(Self.quick + used.count).filter(used.contains)
    let question = Question(city: city, seconds: quarters, used: own)
    if let known = answers[question] { return known }
    let found = try solve(
      city, delay: quarters, used: used, most: Self.quick, iterations: 0, seed: 0)
    answers[question] = found
    solved += 1
    return found
  }

  /// The same with the search effort of the settings, from more targets; never worse than the quick
  /// answer.
  mutating func thorough(
    _ city: Int, delay: Int, used: Set<Int>, seed: UInt64
  ) throws -> Solved {
    let first = try quick(city, delay: delay, used: used)
    let better = try solve(
      city, delay: delay, used: used, most: Self.thorough, iterations: settings.plan.iterations,
      seed: seed)
    return better.value > first.value ? better : first
  }

  /// No day in a city finds more: its best targets that are left.
  func bound(_ city: Int, used: Set<Int>) -> Double {
    var (sum, left) = (0.0, settings.limit)
    for target in ground.members[city] where !used.contains(target) {
      guard left > 0 else { break }
      sum += ground.targets.chances[target]
      left -= 1
    }
    return sum
  }

  private func solve(
    _ city: Int, delay: Int, used: Set<Int>, most: Int, iterations: Int, seed: UInt64
  ) throws -> Solved {
    let time = settings.longestDay - delay
    let offered = Array(
      ground.members[city].lazy.filter { !used.contains($0) }.prefix(most))
    guard time > 0, !offered.isEmpty, settings.limit > 0 else { return Solved(route: [], value: 0) }
    let places = offered.map { ground.targets.positions[$0] } + [ground.cities[city].centre]
    let travel = try TravelTimes(
      longitudes: places.map(\.x), latitudes: places.map(\.y), detour: settings.plan.detour,
      speedKMH: settings.plan.speedKMH)
    let problem = try OrienteeringProblem(
      sites: offered.map {
        OrienteeringProblem.Site(
          prize: Int64(ground.targets.chances[$0] * RoundProblem.prizeScale),
          service: Int32(settings.plan.serviceMinutes * 60))
      },
      shifts: [
        OrienteeringProblem.Shift(
          start: offered.count, end: offered.count, maxVisits: settings.limit,
          maxDuration: Int32(time))
      ], travel: travel)
    let solution = Routing.solve(
      problem, settings: SolverSettings(seed: seed, iterations: iterations))
    let route = solution.routes[0].map { offered[$0] }
    return Solved(route: route, value: route.reduce(0) { $0 + ground.targets.chances[$1] })
  }
}
