import Geo
import Terminal

/// Rates of counts per population.
struct PopulationRates: Sendable {
  let kind: RateKind
  /// Count / population; NaN where there is none.
  let raw: [Double]
  /// What is analysed.
  let values: [Double]

  /// Computes rates; the population has been checked.
  init(
    _ counts: [Double], population: [Double], _ kind: RateKind, _ weights: SpatialWeights
  ) {
    self.kind = kind
    raw = EmpiricalBayes.raw(events: counts, population: population)
    values =
      switch kind {
      case .raw: raw
      case .eb: EmpiricalBayes.global(events: counts, population: population)
      case .ebLocal:
        EmpiricalBayes.local(events: counts, population: population, weights: weights)
      case .ebStandardised: EmpiricalBayes.standardised(events: counts, population: population)
      }
  }

  /// The columns to write, with their values.
  var columns: [(name: String, values: [Double])] {
    switch kind {
    case .raw: [("rate", raw)]
    case .eb, .ebLocal: [("rate", raw), ("rate_smoothed", values)]
    case .ebStandardised: [("rate", raw), ("rate_std", values)]
    }
  }

  /// Throws if a count or a population is negative, and notes populations of zero and none.
  static func check(
    _ counts: [Double], population: [Double], in file: String, _ record: inout AnalysisRecord
  ) throws {
    for (what, column) in [("count", counts), ("population", population)] {
      if let row = column.firstIndex(where: { $0 < 0 }) {
        throw CommandFailure(
          status: .badData,
          message: "the \(what) is negative: found \(column[row]), expected 0 or more",
          file: file, row: row + 1,
          hint: "Correct the value, or leave it empty to leave the feature out."
        )
      }
    }
    let empty = population.count { $0 == 0 }
    let events = population.indices.count { population[$0] == 0 && counts[$0] > 0 }
    if empty > 0 {
      record.warn(
        "zero-population",
        zh: "\(empty) 个要素的人口（分母）为零，其中 \(events) 个却有计数：没有比率，不参加计算。",
        en: "Features of population 0, which have no rate and are left out: \(empty), of them with "
          + "a count above 0: \(events).")
    }
    let missing = population.count { !$0.isFinite }
    if missing > 0 {
      record.warn(
        "no-population", zh: "\(missing) 个要素没有人口（分母）：不参加计算。",
        en: "Features without a population, left out: \(missing).")
    }
  }

  /// Notes how counts became rates.
  static func note(_ kind: RateKind, per column: String, _ record: inout AnalysisRecord) {
    let (zh, en) =
      switch kind {
      case .raw: ("不作平滑", "as it is")
      case .eb:
        (
          "按经验贝叶斯向总体比率收缩（Marshall 1991）",
          "steadied by empirical Bayes towards the rate of all (Marshall 1991)"
        )
      case .ebLocal:
        ("按经验贝叶斯向邻域比率收缩", "steadied by empirical Bayes towards the rate of the neighbourhood")
      case .ebStandardised:
        (
          "按经验贝叶斯标准化（Assunção 和 Reis 1999）",
          "standardised by empirical Bayes (Assunção and Reis 1999)"
        )
      }
    record.note(
      "rate", zh: "分析的是每 \(column) 的比率，\(zh)。", en: "Analysed is the rate per \(column), \(en).")
    if kind == .ebLocal {
      record.warn(
        "local-rate", zh: "向邻域收缩使相邻要素彼此相似，热点会显得更多；判定请用 eb。",
        en:
          "Steadied towards their neighbours, features become like them, which makes hot spots of "
          + "itself: judge by eb.")
    }
    if kind == .raw {
      record.warn(
        "raw-rate", zh: "人口少的要素，原始比率的高低多出于偶然；可用 --rate eb。",
        en: "Raw rates of small populations are high or low by luck: see --rate eb.")
    }
  }
}
