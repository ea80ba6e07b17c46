import Geo

/// What every analysis of points has to say of them.
extension AnalysisRecord {
  /// Too few points to tell a pattern from chance.
  mutating func warn(few count: Int) {
    guard count < StatisticDoubt.fewest else { return }
    warn(
      "few_points", zh: "只有 \(count) 个点：少于 \(StatisticDoubt.fewest) 个，难以看出分布规律。",
      en: "Only \(count) points: fewer than \(StatisticDoubt.fewest) hardly show a pattern.")
  }

  /// Positions that repeat, and a distance (bandwidth or radius) below what they can resolve.
  mutating func warn(
    repeated points: WeightedPoints, distance: Double, named name: (zh: String, en: String)
  ) {
    let repeated = RepeatedPositions(xs: points.xs, ys: points.ys)
    guard repeated.share > 0.2 else { return }
    let percent = Int((repeated.share * 100).rounded())
    warn(
      "repeated_positions",
      zh: "\(percent) % 的点与其他点位置相同，共 \(repeated.places) 处：是否地理编码到了道路、村或县的中心？",
      en:
        "\(percent) % of the points share their position with others, \(repeated.places) positions"
        + " in all: were they geocoded to the centre of a street, a village or a county?")
    // A few complaints at one address are no sign of centres; five and more at each are.
    let placed = points.xs.count { $0.isFinite }
    let perPlace = repeated.share * Double(placed) / Double(repeated.places)
    guard let spacing = repeated.spacing, perPlace >= 5, distance < spacing else { return }
    warn(
      "below_accuracy",
      zh: "\(name.zh) \(Self.metres(distance)) 米小于这些位置的间距 \(Self.metres(spacing)) 米："
        + "结果显示的是这些位置，不是密度。",
      en: "The \(name.en) of \(Self.metres(distance)) m is below the \(Self.metres(spacing)) m that"
        + " such positions are apart: the result shows those positions, not density.")
  }

  /// Points that are spread too wide for the plane chosen.
  mutating func warn(wide box: Envelope, in plane: AnalysisPlane) {
    let extent = max(box.width, box.height)
    guard let system = plane.system,
      ["UTM", "Gauss"].contains(where: { system.name.contains($0) }), extent > 1e6
    else { return }
    warn(
      "too_wide",
      zh: "点的范围达 \(Self.metres(extent / 1000)) 公里：\(system) 中的距离在边缘可能差百分之几，请用 --crs 指定等积投影。",
      en: "The points spread over \(Self.metres(extent / 1000)) km: distances in \(system) may be"
        + " wrong by percents at the edge; name an equal-area system with --crs.")
  }

  /// In what plane distances are measured.
  mutating func note(_ plane: AnalysisPlane) {
    let degrees = plane.source.flatMap { $0.isGeographic ? $0.name : nil }
    note(
      "plane",
      zh: "距离按 \(plane.name) 计算：\(plane.reason.zh)"
        + (degrees.map { "；经纬度（\($0)）已投影为米。" } ?? "。"),
      en: "Measured in \(plane.name): \(plane.reason.en)"
        + (degrees.map { "; longitude and latitude (\($0)) were projected to metres." } ?? "."))
  }

  /// A length in whole metres, or with decimals below 100.
  static func metres(_ length: Double) -> String {
    let rounded = length >= 100 ? length.rounded() : (length * 100).rounded() / 100
    let isWhole = rounded == rounded.rounded() && rounded.magnitude < 1e15
    return isWhole ? String(Int(rounded)) : String(rounded)
  }
}
