import Geo

extension AnalysisRecord {
  /// Adds what a statistic says against itself.
  mutating func add(_ doubt: StatisticDoubt) {
    switch doubt {
    case .fewFeatures(let count):
      warn(
        "few", zh: "只有 \(count) 个要素（少于 \(StatisticDoubt.fewest)）：z 的正态近似不可靠。",
        en:
          "Features with a value: \(count), fewer than \(StatisticDoubt.fewest): z is hardly normal."
      )
    case .missingValues(let count):
      warn(
        "missing", zh: "\(count) 个要素没有数值：不参加计算，也不作为邻居。",
        en: "Features without a value, left out as neighbours too: \(count).")
    case .islands(let count):
      warn(
        "islands", zh: "\(count) 个要素没有邻居（孤岛）：不判定冷热。",
        en: "Features without a neighbour (islands), not judged: \(count).")
    case .allEqual:
      warn(
        "equal", zh: "所有数值相同：没有高低之分，不给出 z。",
        en: "All values are equal: nothing is high or low, and there is no z.")
    case .negativeValues(let count):
      warn(
        "negative", zh: "\(count) 个负值：全局 G 只适用于正数。",
        en: "General G is for positive numbers; values below 0: \(count).")
    case .nothingToJudge:
      warn(
        "nothing", zh: "没有一个要素既有数值又有邻居：无从判定。",
        en: "Not one feature has both a value and a neighbour: nothing can be judged.")
    case .rateOutOfReach(let smallest, let tests, let needed):
      let zh = "置换次数给出的最小 p 是 \(smallest)，要判定 \(tests) 个要素："
      let en =
        "The smallest p of so many permutations is \(smallest), with \(tests) features to judge: "
      warn(
        "reach",
        zh: zh
          + (needed > tests
            ? "校正后没有要素可能显著，请增加 --permutations 或用 --judge normal。"
            : "至少 \(needed) 个要素达到它才可能有显著者，请增加 --permutations 或用 --judge normal。"),
        en: en
          + (needed > tests
            ? "corrected, none can count. Raise --permutations or take --judge normal."
            : "at least \(needed) must reach it before any counts. Raise --permutations or take "
              + "--judge normal."))
    }
  }
}
