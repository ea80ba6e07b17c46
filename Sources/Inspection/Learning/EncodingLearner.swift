/// Learns from training rows how predictors become columns.
struct EncodingLearner {
  let rows: [Int]
  let bends: Bool
  private(set) var columns: [DesignEncoding.Column] = []
  private(set) var categories: [DesignEncoding.Category] = []
  private(set) var numberTerms: [DesignEncoding.Term] = []
  private(set) var levelTerms: [DesignEncoding.Term] = []
  private(set) var remarks: [PredictorRemark] = []

  init(rows: [Int], bends: Bool) {
    self.rows = rows
    self.bends = bends
  }

  mutating func add(_ predictor: Predictor, _ number: Int) {
    switch predictor.values {
    case .numbers(let values): add(values, predictor.name, number)
    case .categories(let levels, let names): add(levels, names, predictor.name, number)
    }
  }

  private mutating func add(_ values: [Double], _ name: String, _ number: Int) {
    let known = rows.map { values[$0] }.filter { !$0.isNaN }
    let missing = rows.count - known.count
    if missing > 0, !known.isEmpty { remarks.append(.missing(name, rows: missing)) }
    guard let low = known.min(), let high = known.max(), low < high else {
      remarks.append(.constant(name))
      return
    }
    let (centre, scale) = Self.moments(known)
    columns.append(.number(number, low: low, high: high, centre: centre, scale: scale))
    numberTerms.append(DesignEncoding.Term(predictor: name, level: nil, scale: scale))
    if bends { addHinges(known.sorted(), name, number) }
    if missing >= DesignEncoding.fewestRows {
      columns.append(.missing(number))
      numberTerms.append(DesignEncoding.Term(predictor: name, level: "missing", scale: 1))
    }
  }

  /// Hinges at the quintiles that differ from each other and from both ends.
  private mutating func addHinges(_ known: [Double], _ name: String, _ number: Int) {
    var last = known[0]
    for part in 1...4 {
      let knot = known[part * known.count / 5]
      guard knot > last, knot < known[known.count - 1] else { continue }
      last = knot
      let (centre, scale) = Self.moments(known.map { max(0, $0 - knot) })
      columns.append(
        .hinge(number, knot: knot, high: known[known.count - 1], centre: centre, scale: scale))
      numberTerms.append(
        DesignEncoding.Term(predictor: name, level: "above \(knot)", scale: scale))
    }
  }

  private static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, max((squares / Double(values.count)).squareRoot(), .leastNormalMagnitude))
  }

  private mutating func add(_ levels: [Int32], _ names: [String], _ name: String, _ number: Int) {
    var counts = [Int](repeating: 0, count: names.count)
    var missing = 0
    for row in rows {
      if levels[row] < 0 { missing += 1 } else { counts[Int(levels[row])] += 1 }
    }
    let seen = names.indices.filter { counts[$0] > 0 }
    if missing > 0, !seen.isEmpty { remarks.append(.missing(name, rows: missing)) }
    guard seen.count + (missing > 0 ? 1 : 0) > 1 else {
      remarks.append(.constant(name))
      return
    }
    let ranked = seen.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    let kept = ranked.prefix(DesignEncoding.mostLevels)
      .filter { counts[$0] >= DesignEncoding.fewestRows }.sorted()
    let rare = Set(seen).subtracting(kept)
    var map: [String: Int32] = [:]
    var labels: [String] = []
    for level in kept {
      map[names[level]] = Int32(labels.count)
      labels.append(names[level])
    }
    var pool: Int32 = -1
    if !rare.isEmpty {
      pool = Int32(labels.count)
      labels.append("(rare)")
      for level in rare { map[names[level]] = pool }
      let rows = rare.reduce(0) { $0 + counts[$1] }
      remarks.append(.pooled(name, levels: rare.count, rows: rows))
    }
    var missingLevel: Int32 = -1
    if missing > 0 {
      missingLevel = Int32(labels.count)
      labels.append("(missing)")
    }
    categories.append(
      DesignEncoding.Category(
        predictor: number, map: map, missing: missingLevel, names: labels))
    levelTerms += labels.map { DesignEncoding.Term(predictor: name, level: $0, scale: 1) }
  }
}
