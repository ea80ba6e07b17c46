import Foundation
import Geo
import Testing

@testable import Inspection

/// Draws of the design alone, again and again, from a small truth that is known.
///
/// `HOTSPOT_DRAWS` sets how many (default 150, which takes seconds; 2,000 are what is published).
@Suite struct SurveyCoverageTests {
  private static let draws =
    ProcessInfo.processInfo.environment["HOTSPOT_DRAWS"].flatMap(Int.init) ?? 150

  /// Four teams, two in each of two cities, with a lot each; what is found goes with size and place,
  /// as it does where risk is worth anything.
  private struct Truth {
    struct Team {
      var plane: [Coordinate] = []
      var probabilities: [Double] = []
      var hits: [Bool] = []
      var topics: [[String]] = []
    }

    var teams: [Team] = []
    static let perTeam = 64
    static let drawn = 16

    init() {
      var random = DemoRandom(seed: 5, stream: "survey")
      for team in 0..<4 {
        let plane = (0..<Self.perTeam).map { _ in
          Coordinate(random.unit() * 50e3 + Double(team) * 60e3, random.unit() * 50e3)
        }
        let sizes = plane.map { _ in 0.05 + random.unit() * random.unit() * 0.5 }
        let hits = zip(sizes, plane).map { size, place in
          random.unit() < min(0.9, size * (place.y > 25e3 ? 2.4 : 1))
        }
        teams.append(
          Team(
            plane: plane,
            probabilities: InclusionProbability.proportional(to: sizes, drawing: 16),
            hits: hits, topics: plane.map { _ in random.chance(0.45) ? ["boilers"] : [] }))
      }
    }

    /// A draw, in which one drawn site in eight is not visited.
    func draw(_ run: Int, missing: Bool) -> [DrawnVisit] {
      var visits: [DrawnVisit] = []
      for (number, team) in teams.enumerated() {
        var tickets = DemoRandom(seed: UInt64(run), stream: "tickets", number: number)
        let drawn = CorrelatedPoissonSampling.draw(
          probabilities: team.probabilities, tickets: team.plane.map { _ in tickets.unit() },
          plane: team.plane, order: Array(team.plane.indices))
        visits += drawn.map { unit in
          DrawnVisit(
            round: 1, siteID: "\(number)-\(unit)", city: number < 2 ? "A" : "B",
            topics: team.topics[unit], probability: team.probabilities[unit],
            plane: team.plane[unit],
            isHit: missing && tickets.chance(0.125) ? nil : team.hits[unit])
        }
      }
      return visits
    }

    /// Hits and units of a domain: `all`, a city or a topic.
    func count(_ name: String) -> (hits: Int, units: Int) {
      var (hits, units) = (0, 0)
      for (number, team) in teams.enumerated() {
        for unit in team.hits.indices {
          let names = ["all", number < 2 ? "A" : "B"] + team.topics[unit]
          guard names.contains(name) else { continue }
          units += 1
          if team.hits[unit] { hits += 1 }
        }
      }
      return (hits, units)
    }
  }

  @Test("intervals hold the truth in 93 to 97 of a hundred draws: overall, of a city, of a topic")
  func coverage() {
    let truth = Truth()
    for missing in [false, true] {
      var held: [String: (rate: Int, total: Int)] = [:]
      var sums: [String: (rate: Double, total: Double)] = [:]
      for run in 0..<Self.draws {
        for domain in SurveyDomain.domains(of: truth.draw(run, missing: missing))
        where domain.kind != "round" {
          let (hits, units) = truth.count(domain.name)
          let estimate = domain.estimate
          if estimate.interval.contains(Double(hits) / Double(units)) {
            held[domain.name, default: (0, 0)].rate += 1
          }
          if estimate.totalInterval.contains(Double(hits)) {
            held[domain.name, default: (0, 0)].total += 1
          }
          sums[domain.name, default: (0, 0)].rate += estimate.rate
          sums[domain.name, default: (0, 0)].total += estimate.total
        }
      }
      let runs = Double(Self.draws)
      #expect(held.keys.sorted() == ["A", "B", "all", "boilers"])
      // Three standard errors of the share held come on top where there are fewer draws.
      let slack = Self.draws >= 2000 ? 0 : 3 * (0.05 * 0.95 / runs).squareRoot()
      for (name, held) in held.sorted(by: { $0.key < $1.key }) {
        let (hits, units) = truth.count(name)
        let shares = (Double(held.rate) / runs, Double(held.total) / runs)
        if Self.draws >= 2000 {
          print(
            "missing \(missing), \(name): rate held \(shares.0), number held \(shares.1), mean",
            "\((sums[name]?.rate ?? 0) / runs) of \(Double(hits) / Double(units)),",
            "\((sums[name]?.total ?? 0) / runs) of \(hits)")
        }
        #expect((0.93 - slack...0.97 + slack).contains(shares.0), "\(name): \(shares.0)")
        #expect((0.93 - slack...0.97 + slack).contains(shares.1), "\(name), number: \(shares.1)")
        let mean = (sums[name]?.total ?? 0) / runs
        // Three standard errors of the mean, each draw's being about 0.3 of the number.
        #expect(abs(mean - Double(hits)) < max(0.03, 0.9 / runs.squareRoot()) * Double(hits))
      }
    }
  }

  @Test("units are drawn as often as their probabilities say, to Monte Carlo error")
  func inclusion() {
    let truth = Truth()
    var counts = truth.teams.map { [Int](repeating: 0, count: $0.plane.count) }
    for run in 0..<Self.draws {
      for visit in truth.draw(run, missing: false) {
        let parts = visit.siteID.split(separator: "-").compactMap { Int($0) }
        counts[parts[0]][parts[1]] += 1
      }
    }
    var squares = 0.0
    var worst = 0.0
    for (team, counts) in zip(truth.teams, counts) {
      #expect(abs(counts.reduce(0, +) - Truth.drawn * Self.draws) <= Self.draws / 50)
      for (probability, count) in zip(team.probabilities, counts) where probability < 1 {
        let runs = Double(Self.draws)
        let error = (runs * probability * (1 - probability)).squareRoot()
        let z = (Double(count) - runs * probability) / error
        squares += z * z
        worst = max(worst, abs(z))
      }
    }
    let mean = squares / Double(truth.teams.count * Truth.perTeam)
    #expect(worst < 4.5, "\(worst) standard errors off")
    #expect((0.6...1.4).contains(mean), "mean square of the deviations: \(mean)")
  }
}
