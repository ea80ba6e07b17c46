import Foundation
import Testing

@testable import Geo

@Suite struct ScanStatisticTests {
  @Test(arguments: ScanFixture.all)
  func `the highest window of each replication is that of trying all`(
    varied: ScanFixture.Case
  ) throws {
    let settings = varied.settings
    for (seed, perArea) in [(UInt64(4), 1), (5, 20)] {
      let areas = try ScanFixture.areas(18, varied, seed: seed, perArea: perArea)
      let windows = try #require(ScanWindows(areas, settings, limit: 1 << 30))
      let found = ScanMaxima(areas, windows, settings).maxima(from: 32, to: 48)
      let plain = PlainScan(areas, settings)
      for (lane, cases) in ScanFixture.drawn(areas, settings, from: 32).enumerated() {
        #expect(abs(found[lane] - plain.maximum(cases)) < 1e-9)
      }
    }
  }

  @Test(arguments: ScanFixture.all)
  func `clusters are those of trying all`(varied: ScanFixture.Case) throws {
    var settings = varied.settings
    settings.replications = 0
    for seed in UInt64(1)...2 {
      let areas = try ScanFixture.areas(20, varied, seed: seed)
      let found = try ScanStatistic(settings).clusters(areas).clusters
      let wanted = PlainScan(areas, settings).clusters()
      #expect(found.count == wanted.count)
      for (cluster, other) in zip(found, wanted) {
        #expect(abs(cluster.statistic - other.statistic) < 1e-9)
        #expect(Set(cluster.areas) == other.window.areas)
        #expect(cluster.slices == other.window.interval)
        #expect(cluster.isHigh == (cluster.cases > cluster.expected))
      }
    }
  }

  @Test func `a cluster is described by what it holds`() throws {
    var settings = ScanSettings()
    settings.shapes = [ScanShape(ratio: 2, angle: 90)]
    settings.penalty = 1
    let areas = try ScanAreas(
      xs: [0, 0, 10, 20], ys: [0, 6, 0, 0], cases: [8, 7, 1, 4], sizes: [10, 10, 30, 50],
      model: .poisson)
    let cluster = try #require(try ScanStatistic(settings).clusters(areas).clusters.first)
    #expect(cluster.areas == [0, 1] && cluster.centre == 0)
    #expect(cluster.radius == 3 && cluster.longRadius == 6)
    #expect(cluster.cases == 15 && cluster.expected == 4 && cluster.observedOverExpected == 3.75)
    #expect(abs(cluster.relativeRisk - (15.0 / 4) / (5.0 / 16)) < 1e-12)
    let ratio = 15 * log(15.0 / 4) + 5 * log(5.0 / 16)
    #expect(abs(cluster.logLikelihoodRatio - ratio) < 1e-12)
    #expect(abs(cluster.statistic - ratio * 8 / 9) < 1e-12)
  }

  @Test func `areas at one distance enter together`() throws {
    let settings = ScanSettings()
    // Columns and rows of thirds, which no double holds exactly.
    let areas = try ScanAreas(
      xs: (0..<49).map { Double($0 % 7) / 3 + 1e6 }, ys: (0..<49).map { Double($0 / 7) / 3 },
      cases: [Double](repeating: 1, count: 49), sizes: [Double](repeating: 1, count: 49),
      model: .poisson)
    let windows = try #require(ScanWindows(areas, settings, limit: 1 << 20))
    let middle = try #require(windows.lists.first { $0.centre == 24 })
    let sizes = middle.members.filter { windows.members[$0] & ScanWindows.isEnd != 0 }
      .map { $0 - middle.members.lowerBound + 1 }
    #expect(sizes == [1, 5, 9, 13, 21])
    #expect(ScanWindows(areas, settings, limit: 100) == nil)
  }

  @Test func `what cannot be scanned is told apart`() {
    func fault(
      _ cases: [Double], _ sizes: [Double], _ model: ScanModel = .poisson
    ) -> ScanAreas.Fault? {
      do {
        _ = try ScanAreas(xs: [0, 1], ys: [0, 1], cases: cases, sizes: sizes, model: model)
        return nil
      } catch { return error }
    }
    #expect(fault([1, 2], [3, 4]) == nil)
    #expect(fault([1.5, 2], [3, 4]) == nil)
    #expect(fault([0, 0], [3, 4]) == .noCases)
    #expect(fault([0.2, 0.2], [3, 4]) == .noCases)
    #expect(fault([1, 2], [0, 0]) == .noPopulation)
    #expect(fault([0, 2], [3, 0]) == .tooManyCases(1))
    #expect(fault([5, 2], [3, 4]) == nil)
    #expect(fault([5, 2], [3, 4], .bernoulli) == .tooManyCases(0))
    #expect(fault([1.5, 2], [3, 4], .bernoulli) == .notWhole(0))
    #expect(fault([1, 2], [3, 4.5], .bernoulli) == .notWhole(1))
    #expect(fault([1, -2], [3, 4]) == .malformed)
    #expect(fault([1, .nan], [3, 4]) == .malformed)
    #expect(fault([1, 2], [3]) == .malformed)
    #expect(fault([2e7, 1], [3, 4]) == .tooMany)
  }

  @Test func `lines are bounds`() {
    for model in ScanModel.allCases {
      for (cases, population) in [(7.0, 90.0), (64, 100), (500, 4000), (500, 520)] {
        let likelihood = ScanLikelihood(model: model, cases: cases, population: population)
        for sign in [1.0, -1] {
          for penalty in [1, 0.6] {
            let lines = ScanLines(likelihood, sign: sign, penalty: penalty)
            check(lines, likelihood, sign, penalty)
          }
        }
      }
    }
  }

  /// No number of cases that reaches a level lies below the line at that level.
  private func check(
    _ lines: ScanLines, _ likelihood: ScanLikelihood, _ sign: Double, _ penalty: Double
  ) {
    var wrong = 0
    for members in 1..<Int(likelihood.population) where members % 7 < 2 {
      let share = Double(members) / likelihood.population
      let line = lines.lines[Int(Float(share).squareRoot() * lines.scale)]
      let range = likelihood.range(size: likelihood.size(share))
      for count in Int(range.lowerBound.rounded(.up))...Int(range.upperBound)
      where (Double(count) - share * likelihood.cases) * sign > 0 {
        let level = likelihood.ratio(Double(count), share: share) * penalty
        let root = min((2 * level).squareRoot() * (1 - 1e-6), ScanLines.highest * 0.999)
        if Float(sign * Double(count)) <= line.level + line.slope * Float(root) { wrong += 1 }
      }
    }
    #expect(wrong == 0, "\(likelihood) sign \(sign) penalty \(penalty)")
  }
}
