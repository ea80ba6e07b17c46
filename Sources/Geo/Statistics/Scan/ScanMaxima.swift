/// Finds the highest window of replications, sixteen at a time.
struct ScanMaxima: Sendable {
  private typealias Lanes = ScanDraws.Lanes

  private let windows: ScanWindows
  private let likelihood: ScanLikelihood
  private let draws: ScanDraws
  /// Of each area the share of what is expected, summed up over its slices.
  private let shares: AlignedColumn<Double>
  private let penalties: [Double]
  private let intervals: [Range<Int>]
  private let slices: Int
  private let minCases: Double
  /// For each sign a set of lines for each shape.
  private let passes: [(sign: Double, lines: [ScanLines])]

  init(_ areas: ScanAreas, _ windows: ScanWindows, _ settings: ScanSettings) {
    self.windows = windows
    slices = areas.slices
    intervals = settings.intervals(slices: slices)
    minCases = settings.minCases
    // Replications count whole cases, observed ones may not.
    let likelihood = ScanLikelihood(
      model: settings.model, cases: areas.totalCases.rounded(), population: areas.totalSize)
    self.likelihood = likelihood
    draws = ScanDraws(areas, model: settings.model, seed: settings.seed)
    shares = AlignedColumn(ScanObservation.sums(areas.sizes, slices, over: areas.totalSize))
    let penalties = settings.shapes.map { $0.penalty(strength: settings.penalty) }
    self.penalties = penalties
    passes = settings.signs.map { sign in
      var known: [Double: ScanLines] = [:]
      let lines = penalties.map { penalty in
        let made = known[penalty] ?? ScanLines(likelihood, sign: sign, penalty: penalty)
        known[penalty] = made
        return made
      }
      return (sign, lines)
    }
  }

  /// The highest statistic of each of some replications.
  func maxima(from first: Int, to last: Int) -> [Double] {
    let slots = shares.count
    let lanes = AlignedColumn(repeating: Lanes.zero, count: slots)
    draws.fill(lanes.base, from: first, to: last)
    var state = State()
    for pass in passes {
      if pass.sign < 0 {
        for slot in 0..<slots { lanes.base[slot] = -lanes.base[slot] }
      }
      if slices == 1 {
        scan(lanes.base, pass.sign, pass.lines, &state)
      } else {
        scanIntervals(lanes.base, pass.sign, pass.lines, &state)
      }
    }
    return (0..<last - first).map { state.best[$0] }
  }

  /// The highest statistics so far and the roots that lines take.
  private struct State {
    var best = SIMD16<Double>.zero
    var roots = Lanes.zero
  }

  private func scan(
    _ cases: UnsafeMutablePointer<Lanes>, _ sign: Double, _ lines: [ScanLines],
    _ state: inout State
  ) {
    let members = windows.members.base
    let shares = self.shares.base
    var roots = state.roots
    for list in windows.lists {
      let table = lines[Int(list.shape)].lines.base
      let scale = lines[Int(list.shape)].scale
      var sum = Lanes.zero
      var share = 0.0
      for place in list.members {
        let entry = members[place]
        let area = Int(entry & ~ScanWindows.isEnd)
        sum += cases[area]
        share += shares[area]
        let line = table[Int(Float(share).squareRoot() * scale)]
        let limit = roots * line.slope + line.level
        guard any(sum .> limit), entry & ScanWindows.isEnd != 0 else { continue }
        judge(sum, limit, share, sign, penalties[Int(list.shape)], &state)
        roots = state.roots
      }
    }
  }

  private func scanIntervals(
    _ cases: UnsafeMutablePointer<Lanes>, _ sign: Double, _ lines: [ScanLines],
    _ state: inout State
  ) {
    let members = windows.members.base
    let slices = self.slices
    // Sums up to each slice, from none on.
    let sums = AlignedColumn(repeating: Lanes.zero, count: slices + 1)
    let shares = AlignedColumn(repeating: 0.0, count: slices + 1)
    for list in windows.lists {
      let table = lines[Int(list.shape)].lines.base
      let scale = lines[Int(list.shape)].scale
      for slice in 0...slices { (sums.base[slice], shares.base[slice]) = (.zero, 0) }
      for place in list.members {
        let entry = members[place]
        let first = Int(entry & ~ScanWindows.isEnd) * slices
        for slice in 0..<slices {
          sums.base[slice + 1] += cases[first + slice]
          shares.base[slice + 1] += self.shares.base[first + slice]
        }
        guard entry & ScanWindows.isEnd != 0 else { continue }
        for interval in intervals {
          let sum = sums.base[interval.upperBound] - sums.base[interval.lowerBound]
          let share = shares.base[interval.upperBound] - shares.base[interval.lowerBound]
          let line = table[Int(Float(share).squareRoot() * scale)]
          let limit = state.roots * line.slope + line.level
          guard any(sum .> limit) else { continue }
          judge(sum, limit, share, sign, penalties[Int(list.shape)], &state)
        }
      }
    }
  }

  /// Computes the statistic where it may be the highest so far.
  @inline(never)
  private func judge(
    _ sum: Lanes, _ limit: Lanes, _ share: Double, _ sign: Double, _ penalty: Double,
    _ state: inout State
  ) {
    for lane in 0..<ScanDraws.lanes where sum[lane] > limit[lane] {
      let inside = Double(sum[lane]) * sign
      guard (inside - share * likelihood.cases) * sign > 0, sign < 0 || inside >= minCases else {
        continue
      }
      let statistic = likelihood.ratio(inside, share: share) * penalty
      guard statistic > state.best[lane] else { continue }
      state.best[lane] = statistic
      // A little less, for single precision.
      let root = min((2 * statistic).squareRoot() * (1 - 1e-6), ScanLines.highest * 0.999)
      state.roots[lane] = Float(root)
    }
  }
}
