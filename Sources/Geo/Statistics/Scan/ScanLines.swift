/// For windows of every size the number of cases below which the likelihood ratio cannot exceed a
/// level: a straight line over the square root of twice the level.
///
/// A replication then asks its windows for one multiplication, and takes logarithms only where a
/// window may be the highest so far. The lines are true bounds. Let F(s) be the ratio as a function of
/// the cases s beyond the expected number, r = √(2F). As F‴ grows with s, h = F′² - 2 F F″ has
/// h′ = -2 F F‴, so s(r) is convex up to one r and concave from there on: below a convex part lies
/// each of its tangents, below a concave part its chord.
struct ScanLines: Sendable {
  /// The signed number of cases at r: level + slope r.
  struct Line: Sendable, BitwiseCopyable {
    var level: Float
    var slope: Float
  }

  /// Lines by the square root of the share, evenly spaced.
  let lines: AlignedColumn<Line>
  /// Multiplied by the root of a share gives the place of its line.
  let scale: Float

  /// Levels above are taken for this one.
  static let highest = 8.0
  /// Where the lines are tight.
  private static let usual = 3.6

  /// Lines for windows above (sign 1) or below (-1) what is expected; likelihood ratios are
  /// multiplied by the penalty.
  init(_ likelihood: ScanLikelihood, sign: Double, penalty: Double) {
    let steps = max(256, min(65_536, Int(likelihood.cases.squareRoot() * 100)))
    scale = Float(steps)
    lines = AlignedColumn(repeating: Line(level: .infinity, slope: 0), count: steps + 2)
    for step in 0...steps + 1 {
      // The end of the step at which the fewest cases are needed.
      let root = Double(sign > 0 ? step : step + 1) / Double(steps)
      let curve = Curve(likelihood, size: likelihood.size(min(1, root * root)), sign: sign)
      lines.base[step] = curve.line(penalty)
    }
  }

  /// The likelihood ratio over the signed number of cases.
  private struct Curve {
    let likelihood: ScanLikelihood
    let size: Double
    let sign: Double
    /// The expected number and the extreme one, with the sign.
    let start: Double
    let end: Double

    init(_ likelihood: ScanLikelihood, size: Double, sign: Double) {
      self.likelihood = likelihood
      self.size = size
      self.sign = sign
      let expected =
        likelihood.model == .poisson ? size : size * likelihood.cases / likelihood.population
      let range = likelihood.range(size: size)
      start = sign * expected
      end = sign > 0 ? range.upperBound : -range.lowerBound
    }

    func value(_ s: Double) -> Double { likelihood.value(sign * s, size: size) }

    func line(_ penalty: Double) -> Line {
      // Nothing is expected, or everything: each case more or less may be the highest.
      guard size > 0, size < likelihood.size(1) else { return Line(level: Float(start), slope: 0) }
      guard end > start else { return Line(level: .infinity, slope: 0) }
      let stretch = 1 / penalty.squareRoot()
      let top = value(end)
      let last = min(ScanLines.highest * stretch, (2 * top).squareRoot())
      let far = last * last / 2 >= top ? end : solve(last * last / 2)
      var near = min(ScanLines.usual * stretch, 0.7 * last)
      let touch = solve(near * near / 2)
      guard touch < end else { return Line(level: Float(start), slope: 0) }
      near = (2 * value(touch)).squareRoot()
      let slopes = likelihood.slopes(sign * touch, size: size)
      let level: Double
      let slope: Double
      if sign * slopes.third <= 0 {
        slope = near / (sign * slopes.first)
        level = min(touch - slope * near, far - slope * last)
      } else {
        let steepness = likelihood.slopes(sign * start, size: size).second
        slope = (far - start) / last
        level = start - max(0, slope - 1 / steepness.squareRoot()) * last
      }
      // More than what single precision loses.
      let slack = 1e-6 * (level.magnitude + slope * last + start.magnitude)
      guard level.isFinite, slope.isFinite else { return Line(level: Float(start), slope: 0) }
      return Line(level: Float(level - slack), slope: Float(slope * stretch))
    }

    /// Where the ratio reaches a level, from above, by Newton's method within bounds.
    private func solve(_ level: Double) -> Double {
      let second = likelihood.slopes(sign * start, size: size).second
      var (low, high) = (start, end)
      var s = start + (2 * level / second).squareRoot()
      for _ in 0..<60 {
        if !(s > low && s < high) { s = (low + high) / 2 }
        let miss = value(s) - level
        if miss >= 0 { high = s } else { low = s }
        if miss >= 0, miss <= 1e-9 * (1 + level) { return s }
        s -= miss / (sign * likelihood.slopes(sign * s, size: size).first)
      }
      return high
    }
  }
}
