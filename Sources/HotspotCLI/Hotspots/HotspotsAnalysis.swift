import Geo

/// What to compute of a layer.
struct HotspotsAnalysis: Sendable {
  let method: HotspotsMethod
  let permutations: Int
  let seed: UInt64
  let alpha: Double
  let correction: MultipleTesting
  let basis: HotspotsBasis
  /// How many permutations of all values judge the whole layer.
  let globalPermutations: Int

  /// What came out.
  struct Outcome: Sendable {
    let local: LocalAssociation
    /// p to be compared with alpha.
    let adjusted: [Double]
    /// The global statistics, with their names.
    let overall: [(name: String, result: GlobalAssociation)]
    let analysis: HotspotsAnalysis
    /// The rates that were analysed, if the values were counts with a population.
    let rates: PopulationRates?
  }

  /// Computes and notes each decision.
  ///
  /// `rates` take the place of the layer's values.
  func run(
    _ layer: ValueLayer, _ rates: PopulationRates?, _ weights: SpatialWeights,
    _ record: inout AnalysisRecord
  ) -> Outcome {
    let values = rates?.values ?? layer.columns[0]
    let scaled = method.findsHotspots ? weights : weights.withSelf(nil).standardised(.row)
    let draws = permutations > 0 ? Permutations(permutations, seed: seed) : nil
    let local =
      switch method {
      case .gi: GetisOrd.gi(values.span, weights: scaled, permutations: draws)
      case .giStar: GetisOrd.giStar(values.span, weights: scaled, permutations: draws)
      case .moran: LocalMoran.statistic(values.span, weights: scaled, permutations: draws)
      case .geary: LocalGeary.statistic(values.span, weights: scaled, permutations: draws)
      }
    let overall = overall(values, weights)
    let p = judged(local)
    describe(local, p, &record)
    describeValues(layer, isRate: rates != nil, &record)
    for doubt in overall.flatMap(\.1.doubts) where !local.doubts.contains(doubt) {
      record.add(doubt)
    }
    let outcome = Outcome(
      local: local, adjusted: correction.adjusted(p), overall: overall, analysis: self,
      rates: rates)
    describeReach(outcome, &record)
    return outcome
  }

  /// The statistics of the whole layer, with their names.
  private func overall(
    _ values: [Double], _ weights: SpatialWeights
  ) -> [(name: String, result: GlobalAssociation)] {
    let rows = weights.withSelf(nil).standardised(.row)
    let draws = globalPermutations > 0 ? Permutations(globalPermutations, seed: seed) : nil
    let moran = Moran.statistic(values.span, weights: rows, permutations: draws)
    switch method {
    case .moran: return [("Moran I", moran)]
    case .geary:
      let geary = Geary.statistic(values.span, weights: rows, permutations: draws)
      return [("Moran I", moran), ("Geary C", geary)]
    case .gi, .giStar:
      let general = GeneralG.statistic(values.span, weights: weights, permutations: draws)
      return [("Moran I", moran), ("general G", general)]
    }
  }

  /// The p of each feature that may count; NaN for islands.
  private func judged(_ local: LocalAssociation) -> [Double] {
    let p = basis == .permutation ? local.permutedTwoSided ?? local.p : local.p
    return p.indices.map { local.neighbours[$0] > 0 ? p[$0] : .nan }
  }

  private func describe(
    _ local: LocalAssociation, _ p: [Double], _ record: inout AnalysisRecord
  ) {
    record.note(
      "method",
      zh: "\(method.name)，z 和 p 取自随机放置下的期望与方差，p 为双侧。"
        + (method.findsHotspots ? "权重按原值。" : "权重按行标准化。"),
      en: "\(method.name); z and p from mean and variance under random placement, p two-sided; "
        + (method.findsHotspots ? "weights as they are." : "weights row-standardised."))
    if permutations > 0 {
      record.note(
        "permutations", zh: "条件置换 \(permutations) 次，种子 \(seed)；p_perm 双侧，p_perm_one 取较小一侧。",
        en:
          "\(permutations) conditional permutations, seed \(seed); p_perm is two-sided, p_perm_one "
          + "the smaller side.")
    }
    if globalPermutations > 0 {
      record.note(
        "global-permutations", zh: "全局统计量：所有数值随机换位 \(globalPermutations) 次，种子 \(seed)。",
        en:
          "Global statistics: all values changed places at random \(globalPermutations) times, seed "
          + "\(seed).")
    }
    let corrected =
      switch correction {
      case .none: (zh: "未作多重检验校正", en: "uncorrected for many tests")
      case .fdr: (zh: "按错误发现率（Benjamini-Hochberg）校正", en: "corrected by false discovery rate")
      case .bonferroni: (zh: "按 Bonferroni 校正", en: "corrected by Bonferroni")
      }
    record.note(
      "judged",
      zh: "判定用\(basis == .normal ? "正态" : "置换") p，\(corrected.zh)；校正只改 p_adjusted 和分类，不改 z 和 p。",
      en: "Judged by the \(basis.rawValue) p, \(corrected.en); that changes p_adjusted and the "
        + "class, never z and p.")
    if correction == .none, p.count(where: { !$0.isNaN }) > StatisticDoubt.fewest {
      let expected = Int((Double(p.count { !$0.isNaN }) * alpha).rounded())
      record.warn(
        "many", zh: "即使全是偶然，也会有约 \(expected) 个要素的 p 小于 \(alpha)；可用 --correction fdr。",
        en:
          "By chance alone some \(expected) features would have p below \(alpha); see --correction fdr."
      )
    }
    for doubt in local.doubts { record.add(doubt) }
  }

  /// If nothing counts, whether anything could have.
  private func describeReach(_ outcome: Outcome, _ record: inout AnalysisRecord) {
    guard basis == .permutation, let counts = outcome.local.permutations,
      !outcome.adjusted.contains(where: { $0 <= alpha }),
      let doubt = correction.doubt(
        smallest: counts.smallestTwoSided, tests: outcome.adjusted.count { !$0.isNaN },
        alpha: alpha)
    else { return }
    record.add(doubt)
  }

  private func describeValues(
    _ layer: ValueLayer, isRate: Bool, _ record: inout AnalysisRecord
  ) {
    if layer.unreadable.count > 0 {
      record.warn(
        "unreadable",
        zh: "\(layer.unreadable.count) 个数值不是数字（首个在第 \(layer.unreadable.firstRow) 行）：作为缺失。",
        en: "Values that are no numbers, taken as missing: \(layer.unreadable.count), the first in "
          + "row \(layer.unreadable.firstRow).")
    }
    let values = layer.columns[0].filter { !$0.isNaN }
    if !isRate, values.contains(where: { $0 > 1 }),
      values.allSatisfy({ $0 >= 0 && $0 == $0.rounded() })
    {
      record.warnOfCounts()
    }
  }
}
