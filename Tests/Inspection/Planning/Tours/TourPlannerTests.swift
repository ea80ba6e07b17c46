import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct TourPlannerTests {
  private static let first = CalendarDate(daysSince1970: 17_889)  // 2018-12-24

  /// Cities 100 km apart along a parallel; each with some sites around its centre.
  private func campaign(sites: [Int], complaints: [Int]) -> (Facts, [TourCity]) {
    var mini = MiniCampaign(sites: 0)
    let codes = ["320100", "330100", "340100", "341200"]
    let cities = sites.indices.map { number in
      TourCity(
        code: codes[number], centre: Coordinate(116 + 1.1 * Double(number), 32), isDelta: true)
    }
    mini.facts.sites = sites.enumerated().flatMap { city, count in
      (0..<count).map { number in
        Site(
          id: "S\(city)-\(100 + number)", name: "厂\(city)-\(number)",
          position: Coordinate(
            cities[city].centre.x + 0.02 * Double(number % 7),
            cities[city].centre.y + 0.02 * Double(number / 7)),
          countyCode: String(codes[city].prefix(4)) + "02", knownAt: MiniCampaign.known)
      }
    }
    var number = 0
    mini.facts.complaints = complaints.enumerated().flatMap { city, count in
      (0..<count).map { index -> Complaint in
        number += 1
        let site = mini.facts.sites.firstIndex { $0.id == "S\(city)-\(100 + index)" } ?? 0
        return mini.complaint("C\(100 + number)", north: 5, of: site)
      }
    }
    return (mini.facts, cities)
  }

  private func settings(visits: Int = 4, beam: Int = 4, iterations: Int = 50) -> TourSettings {
    var plan = MiniCampaign.settings
    plan.dailyVisits = visits
    plan.iterations = iterations
    return TourSettings(plan: plan, expresswayKMH: 80, beam: beam, reachKM: 150)
  }

  private func tour(
    _ facts: Facts, _ cities: [TourCity], days: Int = 3, groups: Int = 1, visited: Set<String> = [],
    _ settings: TourSettings
  ) throws -> Tour {
    let snapshot = try Snapshot(asOf: MiniCampaign.now, facts: facts)
    return try TourPlanner.plan(
      "t", cities: cities, days: Self.first...(Self.first + (days - 1)),
      teams: Array(repeating: 0, count: groups), snapshot: snapshot,
      targets: Targeting.targets(of: snapshot), settings: settings, visited: visited)
  }

  @Test func `each day goes where most is to be found, and no target twice`() throws {
    let (facts, cities) = campaign(sites: [20, 20, 20], complaints: [0, 12, 0])
    let tour = try tour(facts, cities, settings())
    #expect(tour.groups[0].days.map(\.city) == [1, 1, 1])
    let stops = tour.groups[0].days.flatMap { $0.list.stops.map(\.target.id) }
    #expect(stops.count == 12 && Set(stops).count == 12)
    #expect(stops.allSatisfy { $0.hasPrefix("S1-") })
    #expect(tour.expected <= tour.bound + 1e-9 && tour.expected > 0)
  }

  @Test func `a day in another city begins with the way there, and ends in time`() throws {
    let (facts, cities) = campaign(sites: [4, 4, 4], complaints: [4, 4, 4])
    let tour = try tour(facts, cities, settings())
    let days = tour.groups[0].days
    #expect(Set(days.map(\.city)).count == 3)
    #expect(days[0].from == nil && days[0].drive == 0)
    for (before, day) in zip(days, days.dropFirst()) {
      #expect(day.from == before.city)
      let metres = greatCircleDistance(cities[before.city].centre, cities[day.city].centre)
      #expect(abs(Double(day.drive) - metres / 1000 * 1.3 / 80 * 3600) <= 1)
      let first = try #require(day.list.stops.first)
      #expect(first.arrival >= day.list.departure.adding(seconds: day.drive))
    }
    for day in days {
      #expect(day.list.duration <= 10 * 3600 + 2 && day.list.stops.count <= 4)
      #expect(day.list.stops.map(\.order) == Array(1...max(1, day.list.stops.count)))
      #expect(day.list.stops.allSatisfy { $0.basis == .risk })
    }
  }

  @Test func `groups share no target, and what was visited is left out`() throws {
    let (facts, cities) = campaign(sites: [9, 9], complaints: [9, 0])
    let visited: Set = ["S0-100", "S0-101"]
    let tour = try tour(facts, cities, days: 2, groups: 2, visited: visited, settings())
    let stops = tour.groups.flatMap(\.days).flatMap { $0.list.stops.map(\.target.id) }
    #expect(Set(stops).count == stops.count && visited.isDisjoint(with: stops))
  }

  @Test func `a wider search finds no less, and more where greed goes wrong`() throws {
    // Two far cities: the richer one first costs a day's way that the poorer near ones do not.
    let (facts, cities) = campaign(sites: [5, 8, 8, 4], complaints: [5, 4, 4, 4])
    var last = 0.0
    for beam in [1, 4, 40] {
      let found = try tour(facts, cities, days: 4, settings(beam: beam, iterations: 0)).expected
      #expect(found >= last - 1e-9)
      last = found
    }
  }

  /// Every sequence of cities, each day solved as the search solves it.
  private func exhaustive(_ solver: inout TourDaySolver, days: Int) throws -> Double {
    var best = 0.0
    let count = solver.ground.cities.count
    func extend(_ cities: [Int], _ used: Set<Int>, _ value: Double) throws {
      guard cities.count < days else {
        best = max(best, value)
        return
      }
      for city in 0..<count {
        let day = try solver.quick(
          city, delay: solver.drive(from: cities.last, to: city), used: used)
        try extend(cities + [city], used.union(day.route), value + day.value)
      }
    }
    try extend([], [], 0)
    return best
  }

  @Test(arguments: 1...4)
  func `a beam wide enough is as good as trying all, below the bound`(seed: Int) throws {
    var random = DemoRandom(seed: UInt64(seed), stream: "tour")
    let counts = (0..<4).map { _ in 3 + random.below(9) }
    let (facts, cities) = campaign(
      sites: counts, complaints: counts.map { min($0, random.below(9)) })
    let snapshot = try Snapshot(asOf: MiniCampaign.now, facts: facts)
    let ground = TourGround(
      cities, snapshot: snapshot, targets: try Targeting.targets(of: snapshot), reachKM: 150,
      visited: [])
    var solver = TourDaySolver(ground, settings: settings())
    let best = try exhaustive(&solver, days: 3)
    let sequence = try TourSequences.best(days: 3, used: [], beam: 64, solver: &solver)
    var (used, value, last): (Set<Int>, Double, Int?) = ([], 0, nil)
    for city in sequence {
      let day = try solver.quick(city, delay: solver.drive(from: last, to: city), used: used)
      used.formUnion(day.route)
      value += day.value
      last = city
    }
    #expect(abs(value - best) < 1e-9)
    #expect(best <= ground.bound(days: 3, limit: 4) + 1e-9)
  }

  @Test func `the same again is the same, and without evidence it says so`() throws {
    let (facts, cities) = campaign(sites: [9, 9, 9], complaints: [3, 5, 2])
    #expect(try tour(facts, cities, settings()) == tour(facts, cities, settings()))
    #expect(throws: TourError.noEvidence) {
      try tour(facts, [TourCity(code: "310000", centre: Coordinate(121, 31))], settings())
    }
    #expect(throws: TourError.self) {
      try tour(facts, cities, settings(beam: 0))
    }
  }
}
