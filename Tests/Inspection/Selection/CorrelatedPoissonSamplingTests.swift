import Geo
import Testing

@testable import Inspection

@Suite struct CorrelatedPoissonSamplingTests {
  /// Units in clusters, with sizes that differ, as sites in townships do.
  private struct Field {
    var plane: [Coordinate] = []
    var names: [String] = []
    var sizes: [Double] = []

    init(count: Int, seed: UInt64) {
      var random = DemoRandom(seed: seed, stream: "1")
      let centres = (0..<12).map { _ in Coordinate(random.unit() * 60e3, random.unit() * 60e3) }
      for number in 0..<count {
        let centre = centres[random.below(12)]
        plane.append(
          Coordinate(centre.x + random.unit() * 6e3, centre.y + random.unit() * 6e3))
        names.append("S-\(number)")
        sizes.append(0.02 + random.unit() * random.unit())
      }
    }

    func draw(_ count: Int, secret: UInt8, without gone: Int? = nil) -> [String] {
      let units = plane.indices.filter { $0 != gone }
      let tickets = Tickets(secret: [secret], round: 1)
      let drawn = CorrelatedPoissonSampling.draw(
        probabilities: InclusionProbability.proportional(
          to: units.map { sizes[$0] }, drawing: Double(count)),
        tickets: units.map { tickets.number(of: names[$0]) }, plane: units.map { plane[$0] },
        order: Array(units.indices))
      return drawn.map { names[units[$0]] }
    }
  }

  @Test func `every draw has the number asked for`() {
    let field = Field(count: 150, seed: 1)
    for secret in 0..<100 { #expect(field.draw(20, secret: UInt8(secret)).count == 20) }
    #expect(field.draw(0, secret: 1).isEmpty)
    #expect(field.draw(150, secret: 1).count == 150)
  }

  @Test func `probabilities hold to Monte Carlo error`() {
    let field = Field(count: 60, seed: 2)
    let probabilities = InclusionProbability.proportional(to: field.sizes, drawing: 9)
    var counts = [Double](repeating: 0, count: 60)
    let runs = 1000
    for run in 0..<runs {
      var random = DemoRandom(seed: UInt64(run), stream: "2")
      let drawn = CorrelatedPoissonSampling.draw(
        probabilities: probabilities, tickets: (0..<60).map { _ in random.unit() },
        plane: field.plane, order: Array(0..<60))
      for unit in drawn { counts[unit] += 1 }
    }
    // The sum of squared standard errors is chi-squared with about 59 degrees: 99.9 % below 98.
    let misfit = zip(counts, probabilities).reduce(0) { sum, pair in
      let expected = pair.1 * Double(runs)
      return sum + (pair.0 - expected) * (pair.0 - expected) / (expected * (1 - pair.1))
    }
    #expect(misfit < 98)
  }

  /// Against the plain form that looks at all units at every step.
  @Test func `the same as the obvious version`() {
    for seed in 0..<20 {
      let field = Field(count: 120, seed: UInt64(seed) + 10)
      let probabilities = InclusionProbability.proportional(to: field.sizes, drawing: 3)
      let tickets = Tickets(secret: [UInt8(seed)], round: 2)
      let numbers = field.names.map { tickets.number(of: $0) }
      var chance = probabilities
      var open = Set(0..<120)
      var drawn: [Int] = []
      for unit in 0..<120 {
        open.remove(unit)
        let isDrawn = numbers[unit] < chance[unit]
        if isDrawn { drawn.append(unit) }
        let difference = (isDrawn ? 1 : 0) - chance[unit]
        var left = 1.0
        let byDistance = open.sorted {
          let first = squared(field.plane[unit], field.plane[$0])
          let second = squared(field.plane[unit], field.plane[$1])
          return (first, $0) < (second, $1)
        }
        for other in byDistance where chance[unit] > 1e-9 && chance[unit] < 1 - 1e-9 {
          let weight = min(
            chance[other] / (1 - chance[unit]), (1 - chance[other]) / chance[unit], left)
          chance[other] -= difference * weight
          left -= weight
        }
      }
      let found = CorrelatedPoissonSampling.draw(
        probabilities: probabilities, tickets: numbers, plane: field.plane,
        order: Array(0..<120))
      #expect(found == drawn)
    }
  }

  private func squared(_ a: Coordinate, _ b: Coordinate) -> Double {
    (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
  }

  @Test func `one unit fewer changes few picks`() {
    let field = Field(count: 150, seed: 3)
    var changed = 0
    for secret in 0..<20 {
      let whole = field.draw(20, secret: UInt8(secret))
      for gone in stride(from: secret, to: 150, by: 20) {
        let before = Set(whole).subtracting(["S-\(gone)"])
        let after = field.draw(20, secret: UInt8(secret), without: gone)
        changed += before.subtracting(after).count
      }
    }
    // Of 20 picks about one, in 150 trials; a pivotal draw changes most of them.
    #expect(Double(changed) / 150 < 1.5, "\(changed)")
  }
}
