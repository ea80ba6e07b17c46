/// The windows of the observed cases: of each centre the highest.
struct ScanObservation: Sendable {
  /// A window that may become a cluster.
  struct Window: Sendable {
    /// Its areas, ascending.
    let areas: [Int]
    /// The list it belongs to, and the area that completes it.
    let list: ScanWindows.List
    let last: Int
    let interval: Range<Int>
    let sign: Double
    let cases: Double
    /// The part of all sizes.
    let share: Double
    let ratio: Double
    /// The ratio with its penalty.
    let statistic: Double
  }

  /// Numbers summed up over the slices of each area, as parts of a total.
  static func sums(_ numbers: [Double], _ slices: Int, over total: Double) -> [Double] {
    var sums = numbers.map { $0 / total }
    for slot in sums.indices where slot % slices > 0 { sums[slot] += sums[slot - 1] }
    return sums
  }

  private let areas: ScanAreas
  private let windows: ScanWindows
  private let settings: ScanSettings
  private let likelihood: ScanLikelihood
  private let cases: [Double]
  private let shares: [Double]

  init(_ areas: ScanAreas, _ windows: ScanWindows, _ settings: ScanSettings) {
    self.areas = areas
    self.windows = windows
    self.settings = settings
    likelihood = ScanLikelihood(
      model: settings.model, cases: areas.totalCases, population: areas.totalSize)
    cases = Self.sums(areas.cases, areas.slices, over: 1)
    shares = Self.sums(areas.sizes, areas.slices, over: areas.totalSize)
  }

  /// The highest window of each centre that is above 0, the highest first; of equal ones the smaller,
  /// then the one whose centre comes first.
  func windowsOfCentres() -> [Window] {
    let count = windows.lists.count
    let bests = AlignedColumn(repeating: Best(), count: count)
    let penalties = settings.shapes.map { $0.penalty(strength: settings.penalty) }
    let intervals = settings.intervals(slices: areas.slices)
    Shares(count: count).forEach(threads: settings.threads == 0 ? 8 : settings.threads) { list in
      bests[list] = best(
        windows.lists[list], penalties[Int(windows.lists[list].shape)], intervals)
    }
    var chosen: [Int32: Int] = [:]
    for list in 0..<count where bests[list].statistic > 0 {
      let centre = windows.lists[list].centre
      guard let other = chosen[centre], bests[list].statistic <= bests[other].statistic else {
        chosen[centre] = list
        continue
      }
    }
    let found = chosen.values.map { window(windows.lists[$0], bests[$0], intervals, penalties) }
    return found.sorted { one, other in
      if one.statistic != other.statistic { return one.statistic > other.statistic }
      if one.areas.count != other.areas.count { return one.areas.count < other.areas.count }
      return one.list.centre < other.list.centre
    }
  }

  /// The highest window of a list.
  private struct Best: BitwiseCopyable {
    var statistic = 0.0
    var end = 0
    var interval = 0
    var sign = 0.0
  }

  private func best(
    _ list: ScanWindows.List, _ penalty: Double, _ intervals: [Range<Int>]
  ) -> Best {
    let slices = areas.slices
    var best = Best()
    var inside = [Double](repeating: 0, count: slices + 1)
    var share = inside
    for place in list.members {
      let entry = windows.members.base[place]
      let first = Int(entry & ~ScanWindows.isEnd) * slices
      for slice in 0..<slices {
        inside[slice + 1] += cases[first + slice]
        share[slice + 1] += shares[first + slice]
      }
      guard entry & ScanWindows.isEnd != 0 else { continue }
      for (number, interval) in intervals.enumerated() {
        let found = inside[interval.upperBound] - inside[interval.lowerBound]
        let part = share[interval.upperBound] - share[interval.lowerBound]
        guard let sign = sign(found, part) else { continue }
        let statistic = likelihood.ratio(found, share: part) * penalty
        if statistic > best.statistic {
          best = Best(statistic: statistic, end: place, interval: number, sign: sign)
        }
      }
    }
    return best
  }

  /// On which side of the expected number a window is; nil if it does not count.
  private func sign(_ inside: Double, _ share: Double) -> Double? {
    let excess = inside - share * likelihood.cases
    guard excess != 0, share > 0 else { return nil }
    let sign: Double = excess > 0 ? 1 : -1
    guard settings.signs.contains(sign), sign < 0 || inside >= settings.minCases else { return nil }
    return sign
  }

  /// The window with its sums taken in the order of the areas, so that the same areas found from
  /// elsewhere have the same numbers.
  private func window(
    _ list: ScanWindows.List, _ best: Best, _ intervals: [Range<Int>], _ penalties: [Double]
  ) -> Window {
    let members = (list.members.lowerBound...best.end).map { place in
      Int(windows.members.base[place] & ~ScanWindows.isEnd)
    }
    let areas = members.sorted()
    let interval = intervals[best.interval]
    func sum(_ column: [Double]) -> Double {
      areas.reduce(0) { sum, area in
        interval.reduce(sum) { $0 + column[area * self.areas.slices + $1] }
      }
    }
    let cases = sum(self.areas.cases)
    let share = sum(self.areas.sizes) / self.areas.totalSize
    let ratio = likelihood.ratio(cases, share: share)
    return Window(
      areas: areas, list: list, last: members[members.count - 1], interval: interval,
      sign: best.sign, cases: cases, share: share, ratio: ratio,
      statistic: ratio * penalties[Int(list.shape)])
  }
}
