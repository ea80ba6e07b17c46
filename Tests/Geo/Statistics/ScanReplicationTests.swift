import Foundation
import Testing

@testable import Geo

@Suite struct ScanReplicationTests {
  private let plain = ScanFixture.Case()

  @Test(arguments: [ScanModel.poisson, .bernoulli], [2, 25])
  func `a replication has all cases, where chance puts them`(model: ScanModel, perArea: Int) throws
  {
    let varied = ScanFixture.Case(model: model, slices: 2)
    let areas = try ScanFixture.areas(12, varied, seed: 9, perArea: perArea)
    let total = areas.totalCases
    var sums = [Double](repeating: 0, count: 24)
    var squares = sums
    let rounds = 150
    for round in 0..<rounds {
      for cases in ScanFixture.drawn(areas, varied.settings, from: round * 16) {
        #expect(cases.reduce(0, +) == total)
        for slot in cases.indices {
          if model == .bernoulli { #expect(cases[slot] <= areas.sizes[slot]) }
          sums[slot] += cases[slot]
          squares[slot] += cases[slot] * cases[slot]
        }
      }
    }
    let count = Double(rounds * 16)
    for slot in sums.indices {
      let share = areas.sizes[slot] / areas.totalSize
      var variance = total * share * (1 - share)
      if model == .bernoulli {
        variance *= (areas.totalSize - total) / (areas.totalSize - 1)
      }
      let mean = sums[slot] / count
      #expect(abs(mean - total * share) < 5 * (variance / count).squareRoot())
      let found = squares[slot] / count - mean * mean
      #expect(abs(found - variance) < 0.15 * variance, "\(slot)")
    }
  }

  @Test func `fractions are drawn as the nearest whole number of cases`() throws {
    let areas = try ScanAreas(
      xs: [0, 1, 2], ys: [0, 0, 0], cases: [1.4, 0.6, 3.7], sizes: [5, 5, 10], model: .poisson)
    for cases in ScanFixture.drawn(areas, ScanSettings(), from: 0) {
      #expect(cases.reduce(0, +) == 6)
    }
    var settings = ScanSettings()
    settings.maxShare = 0.6
    let cluster = try #require(try ScanStatistic(settings).clusters(areas).clusters.first)
    #expect(cluster.cases == 3.7)
    #expect(abs(cluster.expected - 2.85) < 1e-12)
  }

  @Test(arguments: [1, 6])
  func `threads change nothing, the seed does`(slices: Int) throws {
    let varied = ScanFixture.Case(direction: .both, slices: slices)
    let areas = try ScanFixture.areas(40, varied, seed: 2)
    for stop in [nil, 20] {
      var settings = varied.settings
      settings.stopAfter = stop
      let results = try [1, 2, 8, 0].map { threads in
        settings.threads = threads
        return try ScanStatistic(settings).clusters(areas)
      }
      #expect(results.allSatisfy { $0 == results[0] })
      settings.seed = 2
      #expect(try ScanStatistic(settings).clusters(areas).maxima != results[0].maxima)
    }
  }

  @Test func `p is the rank among the replications`() throws {
    var settings = ScanSettings()
    settings.replications = 499
    let areas = try ScanFixture.areas(40, plain, seed: 2)
    let result = try ScanStatistic(settings).clusters(areas)
    #expect(result.maxima.count == 499 && !result.isStopped && result.clusters.count > 2)
    for cluster in result.clusters {
      let high = result.maxima.count { $0 >= cluster.statistic * (1 - 1e-10) }
      #expect(cluster.p == Double(high + 1) / 500)
      // Fitted by two numbers only.
      #expect(abs(try #require(cluster.gumbelP) - cluster.p) < 0.06)
    }
    #expect(zip(result.clusters, result.clusters.dropFirst()).allSatisfy { $0.p <= $1.p })
  }

  @Test func `stopping early gives the p of Besag and Clifford`() throws {
    var settings = ScanSettings()
    let made = try ScanFixture.areas(40, plain, seed: 2)
    let areas = try ScanAreas(
      xs: made.xs, ys: made.ys, cases: ScanFixture.drawn(made, ScanSettings(), from: 5000)[3],
      sizes: made.sizes, model: .poisson)
    let whole = try ScanStatistic(settings).clusters(areas)
    settings.stopAfter = 30
    let result = try ScanStatistic(settings).clusters(areas)
    #expect(result.isStopped && result.maxima.count < 999)
    #expect(result.maxima == Array(whole.maxima.prefix(result.maxima.count)))
    #expect(result.clusters[0].p == 30 / Double(result.maxima.count))
    for cluster in result.clusters {
      var high = 0
      let end = try #require(
        whole.maxima.firstIndex { maximum in
          high += maximum >= cluster.statistic * (1 - 1e-10) ? 1 : 0
          return high == 30
        })
      #expect(cluster.p == 30 / Double(end + 1))
    }
    // A strong cluster is drawn to the end.
    var cases = areas.cases
    for area in result.clusters[0].areas { cases[area] = cases[area] * 5 + 20 }
    let strong = try ScanAreas(
      xs: areas.xs, ys: areas.ys, cases: cases, sizes: areas.sizes, model: .poisson)
    let found = try ScanStatistic(settings).clusters(strong)
    #expect(!found.isStopped && found.clusters[0].p == 0.001)
    #expect(try #require(found.clusters[0].gumbelP) < 1e-6)
  }

  @Test func `one by one each cluster is the highest of what is left`() throws {
    var settings = ScanSettings()
    settings.replications = 99
    let made = try ScanFixture.areas(40, plain, seed: 2)
    var cases = ScanFixture.drawn(made, ScanSettings(), from: 5000)[3]
    for area in [3, 17] { cases[area] = cases[area] * 3 + 30 }
    let areas = try ScanAreas(
      xs: made.xs, ys: made.ys, cases: cases, sizes: made.sizes, model: .poisson)
    let scan = ScanStatistic(settings)
    let found = try scan.clusters(areas, oneByOneAt: 0.05).clusters
    #expect(found.count > 2 && found.dropLast().allSatisfy { $0.p <= 0.05 })
    #expect(try #require(found.last).p > 0.05)
    let first = try #require(try scan.clusters(areas).clusters.first)
    #expect(found[0] == first)
    let rest = (0..<40).filter { !first.areas.contains($0) }
    let left = try ScanAreas(
      xs: rest.map { made.xs[$0] }, ys: rest.map { made.ys[$0] }, cases: rest.map { cases[$0] },
      sizes: rest.map { made.sizes[$0] }, model: .poisson)
    let second = try #require(try scan.clusters(left).clusters.first)
    #expect(found[1].areas == second.areas.map { rest[$0] })
    #expect(found[1].centre == second.centre.map { rest[$0] } && found[1].p == second.p)
  }

  @Test(arguments: ScanModel.allCases)
  func `p of chance alone is even`(model: ScanModel) throws {
    let varied = ScanFixture.Case(model: model, direction: .both)
    var settings = varied.settings
    settings.replications = 99
    let areas = try ScanFixture.areas(30, varied, seed: 5)
    var ps: [Double] = []
    for round in 0..<10 {
      settings.seed = 77
      for cases in ScanFixture.drawn(areas, settings, from: round * 16) {
        let null = try ScanAreas(
          xs: areas.xs, ys: areas.ys, cases: cases, sizes: areas.sizes, model: model)
        settings.seed = UInt64(1000 + ps.count)
        ps.append(try #require(try ScanStatistic(settings).clusters(null).clusters.first).p)
        settings.seed = 77
      }
    }
    // 160 of them: four standard deviations are at most 0.16.
    for level in [0.05, 0.1, 0.25, 0.5, 0.75, 0.9] {
      let share = Double(ps.count { $0 <= level + 1e-9 }) / Double(ps.count)
      let deviation = (level * (1 - level) / Double(ps.count)).squareRoot()
      #expect(abs(share - level) < 4 * deviation, "\(level): \(share)")
    }
  }

  @Test func `a table of aliases draws in proportion`() {
    let weights = [0, 3, 0.5, 0, 6, 0.5]
    let table = AliasTable(weights)
    var random = PermutationRandom(seed: 1, stream: 0)
    var seen = [Double](repeating: 0, count: 6)
    for _ in 0..<100_000 { seen[table.draw(&random)] += 1 }
    for (place, weight) in weights.enumerated() {
      let share = weight / 10
      let deviation = (share * (1 - share) * 100_000).squareRoot()
      #expect(abs(seen[place] - share * 100_000) <= 5 * deviation)
    }
  }
}
