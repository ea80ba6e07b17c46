import Geo

/// What to compute of features in slices of time.
struct EmergingAnalysis: Sendable {
  let settings: EmergingHotspots.Settings
  let rate: RateKind?
  let population: String?

  /// What came out.
  struct Outcome: Sendable {
    let result: EmergingHotspots
    let labels: [String]
    let settings: EmergingHotspots.Settings

    /// How many features are classed.
    var judged: Int { result.patterns.count { $0 != nil } }
  }

  /// Computes and notes each decision.
  func run(
    _ source: CubeLayer, _ weights: SpatialWeights, _ record: inout AnalysisRecord
  ) throws -> Outcome {
    noteValues(source, &record)
    let slices = try rates(source, weights, &record)
    let result = EmergingHotspots(SpaceTimeCube(slices), weights: weights, settings: settings)
    describe(&record)
    for doubt in result.doubts { record.add(doubt) }
    return Outcome(result: result, labels: source.labels, settings: settings)
  }

  /// The values of each slice, divided by the population if there is one.
  private func rates(
    _ source: CubeLayer, _ weights: SpatialWeights, _ record: inout AnalysisRecord
  ) throws -> [[Double]] {
    guard let population, let people = source.layer.columns.last else { return source.slices }
    let kind = rate ?? .eb
    PopulationRates.note(kind, per: population, &record)
    for (number, slice) in source.slices.enumerated() {
      // Populations are the same in each slice and told once.
      var told = AnalysisRecord()
      try PopulationRates.check(slice, population: people, in: source.layer.path, &told)
      for entry in told.entries where number == 0 {
        record.warn(entry.topic, zh: entry.zh, en: entry.en)
      }
    }
    return source.slices.map {
      PopulationRates($0, population: people, kind, weights).values
    }
  }

  private func noteValues(_ source: CubeLayer, _ record: inout AnalysisRecord) {
    let unreadable = source.layer.unreadable
    if unreadable.count > 0 {
      record.warn(
        "unreadable",
        zh: "\(unreadable.count) 个数值不是数字（首个在第 \(unreadable.firstRow) 行）：作为缺失。",
        en: "Values that are no numbers, taken as missing: \(unreadable.count), the first in "
          + "row \(unreadable.firstRow).")
    }
    let values = source.slices.lazy.flatMap { $0 }.filter { !$0.isNaN }
    if population == nil, values.contains(where: { $0 > 1 }),
      values.allSatisfy({ $0 >= 0 && $0 == $0.rounded() })
    {
      record.warnOfCounts()
    }
  }

  private func describe(_ record: inout AnalysisRecord) {
    let lags = settings.comparison == .slice ? 0 : settings.lags
    let compared =
      switch settings.comparison {
      case .cube: (zh: "全部时间片", en: "all slices")
      case .window: (zh: "邻域所及的时间片", en: "the slices that the neighbourhood reaches over")
      case .slice: (zh: "本时间片", en: "the slice alone")
      }
    record.note(
      "method",
      zh:
        "新兴热点：每个要素在每个时间片的 Gi*，邻域为自身和邻居在本片及之前 \(lags) 片，与\(compared.zh)的数值比较；z 的趋势用 Mann-Kendall 检验（双侧）。",
      en: "Emerging hot spots: Gi* of each feature in each slice, of itself and its neighbours in "
        + "that slice and \(lags) before, compared with \(compared.en); the trend of z by Mann and "
        + "Kendall's test, two-sided.")
    let correction =
      switch settings.correction {
      case .none: (zh: "不作多重检验校正", en: "uncorrected for many tests")
      case .fdr: (zh: "对所有要素和时间片按错误发现率校正", en: "false discovery rate over all features and slices")
      case .bonferroni:
        (zh: "对所有要素和时间片按 Bonferroni 校正", en: "Bonferroni over all features and slices")
      }
    record.note(
      "judged",
      zh: "显著水平 \(settings.alpha)：Gi* 的双侧正态 p，\(correction.zh)；趋势的 p 不校正。",
      en:
        "Judged at \(settings.alpha): the two-sided normal p of Gi*, \(correction.en); that of the "
        + "trend uncorrected.")
  }
}

extension AnalysisRecord {
  /// Adds what emerging hot spots say against themselves.
  mutating func add(_ doubt: EmergingHotspots.Doubt) {
    switch doubt {
    case .fewSlices(let count):
      warn(
        "few-slices",
        zh: "只有 \(count) 个时间片（少于 \(EmergingHotspots.fewestSlices)）：趋势难以检出，类别不可靠。",
        en:
          "Slices of time: \(count), fewer than \(EmergingHotspots.fewestSlices): a trend can hardly "
          + "show, and the classes are not reliable.")
    case .missingValues(let values, let features):
      warn(
        "missing", zh: "\(features) 个要素缺少共 \(values) 个数值：不作为邻居，该时间片既不算热也不算冷。",
        en: "Values that are missing, neither hot nor cold nor neighbours: \(values), of "
          + "\(features) features. --fill 0 takes them for 0.")
    case .fewFeatures(let count): add(StatisticDoubt.fewFeatures(count))
    case .islands(let count): add(StatisticDoubt.islands(count))
    case .allEqual: add(StatisticDoubt.allEqual)
    }
  }

  /// Warns of counts that nothing divides.
  mutating func warnOfCounts() {
    warn(
      "counts", zh: "数值是计数：热点也许只是人多或企业多的地方；用 --population 除以人口或企业数再比较。",
      en: "The values are counts: a hot spot may only be where people or firms are many; divide "
        + "by their number with --population to compare.")
  }
}
