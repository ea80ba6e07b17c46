import Foundation
import Testing

@testable import Geo

/// The scan statistic as it is defined: every window is a set, every ratio the difference of log
/// likelihoods.
struct PlainScan {
  struct Window {
    let centre: Int
    let shape: ScanShape
    let areas: Set<Int>
    let interval: Range<Int>
  }

  let areas: ScanAreas
  let settings: ScanSettings
  let windows: [Window]

  init(_ areas: ScanAreas, _ settings: ScanSettings) {
    self.areas = areas
    self.settings = settings
    var windows: [Window] = []
    let all = areas.populations.reduce(0, +)
    let longest = max(1, Int(Double(areas.slices) * settings.maxTimeShare))
    var intervals: [Range<Int>] = []
    for start in 0..<areas.slices {
      for end in start + 1...areas.slices {
        let fits = end - start <= longest && (!settings.isProspective || end == areas.slices)
        if areas.slices == 1 || fits { intervals.append(start..<end) }
      }
    }
    for centre in 0..<areas.count {
      for shape in settings.shapes {
        // Long half axes.
        let reaches = (0..<areas.count).map { other in
          let (dx, dy) = (areas.xs[other] - areas.xs[centre], areas.ys[other] - areas.ys[centre])
          let turn = -shape.angle * .pi / 180
          let (u, v) = (dx * cos(turn) - dy * sin(turn), dx * sin(turn) + dy * cos(turn))
          return hypot(u, v * shape.ratio)
        }
        for reach in reaches where reach <= settings.maxRadius {
          let members = Set(reaches.indices.filter { reaches[$0] <= reach * (1 + 1e-9) + 1e-9 })
          let population = members.reduce(0) { $0 + areas.populations[$1] }
          guard population <= settings.maxShare * all * (1 + 1e-12) else { continue }
          for interval in intervals {
            windows.append(
              Window(centre: centre, shape: shape, areas: members, interval: interval))
          }
        }
      }
    }
    if settings.includesTemporal {
      for interval in intervals {
        windows.append(
          Window(
            centre: -1, shape: .circle, areas: Set(0..<areas.count), interval: interval))
      }
    }
    self.windows = windows
  }

  /// The statistic of a window with the cases of each slot; 0 if it does not count.
  func statistic(_ window: Window, _ cases: [Double]) -> Double {
    var (inside, size) = (0.0, 0.0)
    for area in window.areas {
      for slice in window.interval {
        inside += cases[area * areas.slices + slice]
        size += areas.sizes[area * areas.slices + slice]
      }
    }
    let (total, whole) = (cases.reduce(0, +), areas.totalSize)
    let expected = total * size / whole
    let isHigh = inside > expected + 1e-9
    let isLow = inside < expected - 1e-9
    switch settings.direction {
    case .high: guard isHigh else { return 0 }
    case .low: guard isLow else { return 0 }
    case .both: guard isHigh || isLow else { return 0 }
    }
    if isHigh, inside < settings.minCases { return 0 }
    let (inRatio, outRatio) = (inside / size, (total - inside) / (whole - size))
    func poisson(_ count: Double, _ rate: Double) -> Double { count > 0 ? count * log(rate) : 0 }
    func bernoulli(_ count: Double, _ members: Double, _ rate: Double) -> Double {
      (count > 0 ? count * log(rate) : 0)
        + (members > count ? (members - count) * log(1 - rate) : 0)
    }
    let ratio =
      settings.model == .poisson
      ? poisson(inside, inRatio) + poisson(total - inside, outRatio)
        - poisson(total, total / whole)
      : bernoulli(inside, size, inRatio) + bernoulli(total - inside, whole - size, outRatio)
        - bernoulli(total, whole, total / whole)
    let s = window.shape.ratio
    return ratio * pow(4 * s / ((s + 1) * (s + 1)), settings.penalty)
  }

  /// The highest of all windows.
  func maximum(_ cases: [Double]) -> Double {
    windows.reduce(0) { max($0, statistic($1, cases)) }
  }

  /// Of each centre the highest window, of these the highest that have no area in common.
  func clusters() -> [(statistic: Double, window: Window)] {
    var best: [Int: (statistic: Double, window: Window)] = [:]
    for window in windows {
      let found = statistic(window, areas.cases)
      if found > best[window.centre]?.statistic ?? 0 { best[window.centre] = (found, window) }
    }
    let order = best.values.sorted {
      abs($0.statistic - $1.statistic) > 1e-9
        ? $0.statistic > $1.statistic
        : ($0.window.areas.count, $0.window.centre) < ($1.window.areas.count, $1.window.centre)
    }
    var taken: Set<Int> = []
    return order.filter { found in
      guard taken.isDisjoint(with: found.window.areas) else { return false }
      taken.formUnion(found.window.areas)
      return true
    }
  }
}

/// Areas with cases by a seed.
enum ScanFixture {
  /// What a test varies.
  struct Case: Sendable, CustomTestStringConvertible {
    var model = ScanModel.poisson
    var direction = ScanDirection.high
    var isElliptic = false
    var slices = 1
    var isGrid = false
    var change: @Sendable (inout ScanSettings) -> Void = { _ in }

    var testDescription: String {
      "\(model) \(direction)\(isElliptic ? " elliptic" : "") \(slices) slices\(isGrid ? " grid" : "")"
    }

    var settings: ScanSettings {
      var settings = ScanSettings()
      settings.model = model
      settings.direction = direction
      if isElliptic { settings.shapes = ScanShape.ellipses }
      change(&settings)
      return settings
    }
  }

  static let all: [Case] = [
    Case(), Case(direction: .low), Case(direction: .both), Case(isElliptic: true),
    Case(isElliptic: true, change: { $0.penalty = 1 }),
    Case(
      direction: .both, isElliptic: true,
      change: {
        $0.penalty = 0.5; $0.maxRadius = 40
      }),
    Case(change: { $0.maxShare = 0.9 }), Case(direction: .low, change: { $0.maxShare = 0.95 }),
    Case(change: { $0.minCases = 4 }), Case(isGrid: true),
    Case(direction: .both, slices: 4, isGrid: true),
    Case(slices: 6), Case(direction: .low, slices: 5, change: { $0.maxTimeShare = 0.9 }),
    Case(slices: 6, change: { $0.isProspective = true }),
    Case(
      slices: 6,
      change: {
        $0.includesTemporal = true; $0.maxShare = 0.2
      }),
    Case(model: .bernoulli), Case(model: .bernoulli, direction: .low),
    Case(model: .bernoulli, direction: .both, isElliptic: true),
    Case(model: .bernoulli, direction: .both, slices: 3),
    Case(model: .bernoulli, change: { $0.maxShare = 0.9 }),
  ]

  static func areas(
    _ count: Int, _ varied: Case, seed: UInt64, perArea: Int = 6
  ) throws -> ScanAreas {
    var random = RandomPoints(seed: seed)
    var (xs, ys, sizes) = ([Double](), [Double](), [Double]())
    for area in 0..<count {
      let (x, y) = (100 * random.uniform(), 100 * random.uniform())
      xs.append(varied.isGrid ? Double(area % 6) * 0.1 : x)
      ys.append(varied.isGrid ? Double(area / 6) * 0.1 : y)
      for _ in 0..<varied.slices { sizes.append(Double(1 + random.below(60))) }
    }
    var cases = [Double](repeating: 0, count: sizes.count)
    for _ in 0..<count * perArea {
      let slot = random.below(cases.count)
      if cases[slot] < sizes[slot] || varied.model == .poisson { cases[slot] += 1 }
    }
    return try ScanAreas(
      xs: xs, ys: ys, slices: varied.slices, cases: cases, sizes: sizes, model: varied.model)
  }

  /// The cases that replications from a number on draw, a column each.
  static func drawn(_ areas: ScanAreas, _ settings: ScanSettings, from first: Int) -> [[Double]] {
    let lanes = AlignedColumn(repeating: ScanDraws.Lanes.zero, count: areas.cases.count)
    ScanDraws(areas, model: settings.model, seed: settings.seed)
      .fill(lanes.base, from: first, to: first + ScanDraws.lanes)
    return (0..<ScanDraws.lanes).map { lane in
      (0..<lanes.count).map { slot in
        let before = slot % areas.slices == 0 ? 0 : lanes[slot - 1][lane]
        return Double(lanes[slot][lane] - before)
      }
    }
  }
}
