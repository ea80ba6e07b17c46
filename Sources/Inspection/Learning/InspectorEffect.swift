/// What it adds to the log-odds of a hit who inspected.
public struct InspectorEffect: Sendable {
  /// One inspector or team.
  public struct Member: Sendable, Hashable {
    /// The name.
    public var name: String
    /// Training rows.
    public var rows: Int
    /// Log-odds beside the mean of all, by rows.
    public var effect: Double
    /// Its standard error.
    public var standardError: Double
  }

  /// In the order of their levels.
  public let members: [Member]
  /// The mean of the effects as fitted, by rows.
  let mean: Double

  /// Reads the last factor of a design.
  init?(fit: LogisticFit, design: DesignMatrix, encoding: DesignEncoding) {
    guard !design.factors.isEmpty, let category = encoding.categories.last else { return nil }
    self.init(
      fit: fit, design: design, factor: design.factors.count - 1, names: category.names)
  }

  /// Reads a factor of a design, whose levels have names.
  init(fit: LogisticFit, design: DesignMatrix, factor number: Int, names: [String]) {
    let factor = design.factors[number]
    let first = design.start(ofFactor: number)
    var counts = [Int](repeating: 0, count: factor.levelCount)
    for level in factor.levels where level >= 0 { counts[Int(level)] += 1 }
    let sum = counts.indices.reduce(0) { $0 + Double(counts[$1]) * fit.coefficients[first + $1] }
    let mean = sum / Double(max(1, counts.reduce(0, +)))
    self.mean = mean
    members = counts.indices.map { level in
      Member(
        name: names[level], rows: counts[level], effect: fit.coefficients[first + level] - mean,
        standardError: fit.standardErrors[first + level])
    }
  }

  /// The deviation of the effects over inspectors, by rows.
  public var deviation: Double {
    let rows = members.reduce(0) { $0 + $1.rows }
    let squares = members.reduce(0) { $0 + Double($1.rows) * $1.effect * $1.effect }
    return (squares / Double(max(1, rows))).squareRoot()
  }
}
