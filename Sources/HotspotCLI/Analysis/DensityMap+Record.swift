import Geo

extension DensityMap {
  /// Notes how the density is computed.
  func describe(_ field: DensityField, _ days: Double?, _ record: inout AnalysisRecord) {
    let density = field.density
    let metres = AnalysisRecord.metres(density.bandwidth)
    let found: (zh: String, en: String) =
      switch plan.bandwidth {
      case .metres: ("按给定值", "as given")
      case .silverman: ("按 Silverman 法则，适合单一集群", "by Silverman's rule, made for one cluster")
      case .likelihood: ("按似然交叉验证", "by likelihood cross-validation")
      }
    record.note(
      "bandwidth", zh: "带宽 \(metres) 米：\(found.zh)。", en: "Bandwidth \(metres) m: \(found.en).")
    record.note(
      "kernel", zh: "核函数 \(density.kernel.rawValue)；每个点按实际位置计算，不移到格中心。",
      en:
        "Kernel \(density.kernel.rawValue); each point counts where it is, not at a cell's centre."
    )
    if plan.per == nil {
      let name = days.map { AnalysisRecord.metres($0) }
      record.note(
        "unit", zh: name.map { "单位：每平方公里每天，按 \($0) 天。" } ?? "单位：每平方公里。",
        en: name.map { "Unit: per km2 and day, over \($0) days." } ?? "Unit: per km2.")
    }
    if let weight = plan.weight {
      record.note("weight", zh: "权重取自 \(weight) 列。", en: "Weights are those of column \(weight).")
    }
    if let area = plan.studyArea {
      record.note(
        "border", zh: "研究区 \(area)：密度除以核在区内的份额（Diggle 1985），边界不显得稀疏。",
        en: "Study area \(area): the density is divided by the kernel's share inside (Diggle 1985),"
          + " so that the border does not look thin.")
    } else {
      record.note(
        "border", zh: "没有研究区：边界不作校正。",
        en: "No study area: nothing is corrected at any border.")
    }
    if plan.at == nil, density.bandwidth < plan.cell {
      record.warn(
        "bandwidth_below_cell",
        zh: "带宽 \(metres) 米小于格的边长 \(AnalysisRecord.metres(plan.cell)) 米：格中心之间的点会漏掉。",
        en: "The bandwidth of \(metres) m is below the cell of"
          + " \(AnalysisRecord.metres(plan.cell)) m: cells miss points between their centres.")
    }
  }
}

extension BandwidthChoice {
  /// How it was found.
  var name: String {
    switch self {
    case .metres: "given"
    case .silverman: "silverman"
    case .likelihood: "likelihood"
    }
  }
}

extension AnalysisRecord {
  /// What is divided by.
  mutating func note(
    denominator path: String, _ table: PointTable, isTimed: Bool, _ period: PointPeriod?
  ) {
    note(
      "denominator", zh: "除以 \(path) 的密度：\(table.count.used) 个点，同样的核与带宽。",
      en:
        "Divided by the density of \(path): \(table.count.used) points, same kernel and bandwidth.")
    guard period != nil, !isTimed else { return }
    warn(
      "denominator_days", zh: "分母的点不论日期全部计入；可用 --per-time 指明其时间列。",
      en: "The points of --per count whatever their day; name their time with --per-time.")
  }

  /// Where a ratio was not given.
  mutating func warn(thin count: Int, of places: (zh: String, en: String)) {
    guard count > 0 else { return }
    warn(
      "thin_denominator", zh: "\(count) 个\(places.zh)的分母在一个带宽内不足五个点：不给出比值。",
      en: "At \(count) \(places.en) the denominator is below five points within a bandwidth: no"
        + " ratio is given there.")
  }

  /// The cells.
  mutating func note(_ grid: DensityGrid) {
    note(
      "cells", zh: "\(grid.columns) 列 \(grid.rows) 行，边长 \(Self.metres(grid.cell)) 米；格值是中心处的密度。",
      en: "\(grid.columns) columns and \(grid.rows) rows of cells of \(Self.metres(grid.cell)) m,"
        + " each with the density at its centre.")
  }
}
