import Geo

/// Which points counted, and which did not.
extension AnalysisRecord {
  /// Where the points are from and what became of them.
  mutating func note(_ input: PlacedPoints) {
    switch input.origin {
    case .file(let source): note(source.path, input.table)
    case .workspace(let points): note(points)
    }
    note(input.period, input.table)
    let unplaced = input.table.count.used - input.used
    if unplaced > 0 {
      warn(
        "unplaced", zh: "\(unplaced) 个点在平面坐标系中没有位置：未计入。",
        en: "Points without a place in the plane, left out: \(unplaced).")
    }
    note(input.plane)
  }

  private mutating func note(_ path: String, _ table: PointTable) {
    let count = table.count
    note(
      "input", zh: "\(path)：读取 \(count.read) 行，计入 \(count.used) 个点。",
      en: "\(path): rows read \(count.read), points counted \(count.used).")
    if count.blank > 0 {
      note(
        "blank", zh: "\(count.blank) 行没有位置或权重：未计入。",
        en: "Rows without a position, or without a weight, left out: \(count.blank).")
    }
    if count.unreadable > 0 {
      warn(
        "unreadable", zh: "\(count.unreadable) 行的位置无法读取：未计入。",
        en: "Rows whose position cannot be read, left out: \(count.unreadable).")
    }
    if count.weightless > 0 {
      warn(
        "weightless", zh: "\(count.weightless) 个点的权重为 0：对结果没有作用。",
        en: "Points that weigh 0 and so count nothing: \(count.weightless).")
    }
  }

  /// Which facts of a workspace counted.
  mutating func note(_ points: WorkspacePoints) {
    let count = points.table.count
    let name =
      points.choice.kind == .complaints
      ? (zh: "投诉", en: "complaints") : (zh: "预警", en: "alerts at their cells' centres")
    note(
      "input",
      zh: "工作区 \(points.folder)，截至 \(points.asOf)：已知\(name.zh) \(points.known) 件，"
        + "其中 \(count.used) 件有位置可用。",
      en: "workspace \(points.folder) as of \(points.asOf): \(name.en) known \(points.known), of"
        + " which \(count.used) can be used and have a place.")
    if points.refused > 0 {
      note(
        "refused", zh: "未受理的投诉 \(points.refused) 件：未计入。",
        en: "Refused complaints, left out: \(points.refused).")
    }
    if points.unasked > 0 {
      let asked = [
        points.choice.isVerified ? "--verified" : nil,
        points.choice.isAccepted ? "--accepted" : nil,
      ].compactMap(\.self).joined(separator: ", ")
      note(
        "unasked", zh: "不符合 \(asked) 的投诉 \(points.unasked) 件：未计入。",
        en: "Complaints that do not meet \(asked), left out: \(points.unasked).")
    }
    if count.blank > 0 {
      note(
        "blank", zh: "\(count.blank) 件没有位置：未计入。",
        en: "Facts without a place, left out: \(count.blank).")
    }
  }

  /// Of which days points counted, if days matter.
  mutating func note(_ period: PointPeriod?, _ table: PointTable) {
    guard let period else { return }
    let count = table.count
    note(
      "days", zh: "\(period.name)，共 \(period.dayCount) 天（北京时间，含首尾）；其他日期的点 \(count.untimely) 个：未计入。",
      en: "Days \(period.name), \(period.dayCount) in all (China Standard Time, both included);"
        + " points of other days, left out: \(count.untimely).")
    if count.undated > 0 {
      let row = table.firstUndated.map(String.init) ?? "?"
      warn(
        "undated", zh: "\(count.undated) 个点的日期无法读取（首个在第 \(row) 行）：未计入。",
        en: "Points whose day cannot be read, left out: \(count.undated), the first in row \(row).")
    }
    guard let recency = period.recency else { return }
    let (life, days) = (Self.metres(recency.halfLife), Self.metres(period.days))
    note(
      "recency",
      zh: "越近的点权重越大：2^(-天数/\(life))，天数算到 \(period.last)；\(period.dayCount) 天按同样权重合 \(days) 天。",
      en: "Points fade with age: 2^(-days/\(life)), counted to \(period.last); the"
        + " \(period.dayCount) days, faded alike, count as \(days).")
  }
}
