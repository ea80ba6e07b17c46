import Foundation
import Geo

extension AnalysisRecord {
  /// Notes which rows take part.
  mutating func note(_ count: ScanTable.Count, of table: ScanTable, _ fields: ScanFields) {
    if count.unreadable.count > 0 {
      warn(
        "unreadable",
        zh: "\(count.unreadable.count) 个数值不是数字（首个在第 \(count.unreadable.firstRow) 行）：作为缺失。",
        en: "Values that are no numbers, taken as missing: \(count.unreadable.count), the first in "
          + "row \(count.unreadable.firstRow).")
    }
    if count.missing > 0 {
      warn(
        "missing", zh: "\(count.missing) 行缺少数值，未参加计算。",
        en: "Rows without a value, left out: \(count.missing).")
    }
    if count.empty > 0 {
      note(
        "empty", zh: "\(count.empty) 行既无病例也无人口，未参加计算。",
        en: "Rows without population and without cases, left out: \(count.empty).")
    }
    if count.merged > 0 {
      warn(
        "merged", zh: "\(count.merged) 行与另一行同区同时段：已相加。",
        en: "Rows of the same area and time as another, added to it: \(count.merged).")
    }
    let areas = table.areas
    if areas.count < StatisticDoubt.fewest {
      warn(
        "few", zh: "只有 \(areas.count) 个区（少于 \(StatisticDoubt.fewest)）：窗口很少，难以定位聚集。",
        en: "Areas: \(areas.count), fewer than \(StatisticDoubt.fewest): there are few windows to "
          + "place a cluster by.")
    }
    let rates = areas.cases.indices.filter { areas.sizes[$0] > 0 }.map {
      areas.cases[$0] / areas.sizes[$0]
    }
    if let first = rates.first, rates.allSatisfy({ abs($0 - first) <= 1e-12 * first }) {
      warn(
        "equal", zh: "各区的比率全部相同：没有高低之分。",
        en: "All rates are equal: nothing is high or low.")
    }
  }

  /// Notes how windows are made and judged.
  mutating func note(_ settings: ScanSettings, _ table: ScanTable, _ fields: ScanFields) {
    let compared = fields.expected ?? fields.population ?? fields.controls ?? ""
    if settings.model == .poisson {
      note(
        "model", zh: "泊松模型：期望病例按 \(compared) 的比例分配。",
        en: "Poisson: cases are expected in proportion to \(compared).")
    } else {
      note(
        "model", zh: "伯努利模型：病例与对照（\(compared)）。",
        en: "Bernoulli: cases and others (\(compared)).")
    }
    let total = table.areas.totalCases
    if total != total.rounded() {
      let (whole, text) = (Int(total.rounded()), String(format: "%.10g", total))
      warn(
        "fractions",
        zh: "病例数带小数（合计 \(text)）：观测值按原数计算，每次模拟抽取 \(whole) 例。",
        en:
          "Cases are fractions (\(text) in all): windows take them as they are, replications draw "
          + "\(whole) whole cases.")
    }
    let share = String(format: "%g", settings.maxShare * 100)
    let radius =
      settings.maxRadius.isFinite ? String(format: "%g", settings.maxRadius) : nil
    let isRound = settings.shapes.count == 1
    let penalty = String(format: "%g", settings.penalty)
    note(
      "windows",
      zh: (isRound ? "圆形窗口" : "圆形和椭圆窗口（长宽比 1.5 至 5，形状惩罚 \(penalty)）")
        + "，以各区的位置（面取重心）为中心，最多含 \(share)% 的人口"
        + (radius.map { "，半径最多 \($0) 米" } ?? "") + "；距离相同的区一起进入。",
      en: (isRound
        ? "Circles"
        : "Circles and ellipses 1.5 to 5 times as long as wide, penalty "
          + "\(penalty),")
        + " around each area's place (the centroid of polygons), with at most \(share) % of the "
        + "population" + (radius.map { " and a half axis of \($0) m" } ?? "")
        + "; areas at one distance enter together.")
    if table.areas.slices > 1 {
      let part = String(format: "%g", settings.maxTimeShare * 100)
      let (first, last) = (table.slices[0], table.slices[table.slices.count - 1])
      note(
        "time",
        zh: "\(table.slices.count) 个时段（\(first) 至 \(last)，取文件中出现的），窗口最多含 \(part)%"
          + (settings.isProspective ? "，并须延续到最后一个时段。" : "。"),
        en: "\(table.slices.count) slices of time, \(first) to \(last), as they occur in the file; "
          + "windows hold at most \(part) % of them"
          + (settings.isProspective ? " and end with the last." : "."))
    } else if fields.time != nil {
      warn(
        "time", zh: "只有一个时段：未按时间扫描。", en: "There is one slice of time only: time was not scanned.")
    }
  }

  /// Notes how p came about.
  mutating func note(
    _ result: ScanResult, _ settings: ScanSettings, alpha: Double, isIterative: Bool
  ) {
    let drawn = result.maxima.count
    note(
      "replications",
      zh: "\(result.windows) 个窗口；在总数不变的条件下模拟 \(drawn) 次，种子 \(settings.seed)"
        + (result.isStopped ? "，因已有足够多的更高值而提前停止。" : "。"),
      en: "\(result.windows) windows in space; \(drawn) replications with the same total, seed "
        + "\(settings.seed)"
        + (result.isStopped ? ", ended early, since enough of them were as high." : "."))
    note(
      "p",
      zh: "p 是与模拟中最高值相比的名次，一次检验所有位置和大小；p_gumbel 由模拟值拟合，用于小于 1/(次数+1) 的 p。",
      en:
        "p is the rank among the highest windows of the replications: one test for all places and "
        + "sizes; p_gumbel is fitted to them, for p below 1 / (replications + 1).")
    if isIterative {
      note(
        "secondary", zh: "逐个扫描：每找到一处显著聚集就去掉它的区再扫描其余；各聚集的数值是它那一次扫描的。",
        en:
          "One by one: the areas of each cluster that counts were taken out and the rest was scanned "
          + "anew; the numbers of a cluster are those of its own scan.")
    } else {
      note(
        "secondary", zh: "次级聚集：每个中心取最高窗口，与更高者没有共同的区；它们的 p 偏保守。",
        en:
          "Other clusters: of each centre the highest window that has no area in common with higher "
          + "ones; their p errs on the safe side.")
    }
    if drawn == 0 {
      warn("none", zh: "没有模拟：p 都是 1。", en: "There were no replications: every p is 1.")
    } else if 1 / Double(drawn + 1) > alpha {
      warn(
        "reach", zh: "模拟次数太少：p 不可能小于 \(alpha)；请增加 --replications。",
        en: "With so few replications no p can be below \(alpha): raise --replications.")
    }
    if result.clusters.isEmpty {
      warn("clusters", zh: "没有任何窗口偏离期望。", en: "No window differs from what is expected.")
    }
  }
}
