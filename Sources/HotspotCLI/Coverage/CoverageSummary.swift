import Geo
import Publishing

/// What a check found, as a table and as JSON.
struct CoverageSummary {
  private let findings: CoverageFindings
  private let language: Language
  /// How many places are listed of each kind.
  private let listed: Int

  init(_ findings: CoverageFindings, language: Language, listed: Int) {
    self.findings = findings
    self.language = language
    self.listed = listed
  }

  /// Counts and sizes, then the largest places.
  var text: String {
    var table = TextTable([
      (language.pick(zh: "问题", en: "fault"), .left),
      (language.pick(zh: "数量", en: "count"), .right),
      (language.pick(zh: "细条", en: "slivers"), .right),
      (language.pick(zh: "面积 m²", en: "area m2"), .right),
    ])
    let (closable, open) = split
    row(language.pick(zh: "重叠", en: "overlaps"), findings.overlaps, &table)
    row(language.pick(zh: "缝隙", en: "gaps"), closable, &table)
    if !open.isEmpty { row(language.pick(zh: "超限空洞", en: "gaps beyond limits"), open, &table) }
    table.append([
      language.pick(zh: "外缘窄缝", en: "slits open to the outside"), "\(findings.slits.count)",
      "\(findings.slits.count { $0.slit.width < findings.sliverWidth })",
      Self.number(findings.slits.reduce(0) { $0 + $1.slit.area }, places: 2),
    ])
    table.append([
      language.pick(zh: "未打断的边界", en: "corners missing across a border"),
      "\(findings.report.looseCorners)",
    ])
    table.append([language.pick(zh: "无效面", en: "invalid areas"), "\(findings.invalid.count)"])
    let places = largest
    return table.text + (places.isEmpty ? "" : "\n" + placeTable(places))
  }

  /// The report as JSON; sizes in square metres and metres.
  func json(output: String?) -> JSONText {
    let report = findings.report
    let (closable, open) = split
    return .object([
      .init("input", .string(findings.layer.path)), .init("layer", .string(findings.layer.name)),
      .init("output", .optional(output)),
      .init("features", .integer(findings.layer.features.count)),
      .init("areas", .integer(findings.layer.areas.count)),
      .init("without_geometry", .integer(findings.layer.emptyCount)),
      .init("clean", .bool(findings.isClean)), .init("overlaps", tally(findings.overlaps)),
      .init("gaps", tally(closable)), .init("gaps_beyond_limits", tally(open)),
      .init("open_slits", slits), .init("loose_corners", .integer(report.looseCorners)),
      .init("total_area_m2", .decimal(report.totalArea, places: 3)),
      .init("covered_area_m2", .decimal(report.coveredArea, places: 3)),
      .init(
        "invalid",
        .array(
          findings.invalid.map {
            .object([.init("row", .integer($0.row)), .init("reason", .string($0.reason))])
          })),
      .init("largest", .array(largest.map { placeJSON($0.kind, $0.place) })),
    ])
  }

  /// Gaps within the limits, and those beyond.
  private var split: (closable: [CoverageFindings.Place], open: [CoverageFindings.Place]) {
    let isWithin = { (place: CoverageFindings.Place) in findings.limits.hold(place.fault) }
    return (findings.gaps.filter(isWithin), findings.gaps.filter { !isWithin($0) })
  }

  private var largest: [(kind: String, place: CoverageFindings.Place)] {
    findings.overlaps.prefix(listed).map { ("overlap", $0) }
      + findings.gaps.prefix(listed).map { ("gap", $0) }
  }

  private func row(
    _ title: String, _ places: [CoverageFindings.Place], _ table: inout TextTable
  ) {
    table.append([
      title, "\(places.count)", "\(places.count(where: findings.isSliver))",
      Self.number(places.reduce(0) { $0 + $1.fault.area }, places: 2),
    ])
  }

  private func placeTable(
    _ places: [(kind: String, place: CoverageFindings.Place)]
  ) -> String {
    var table = TextTable([
      (language.pick(zh: "最大者", en: "largest"), .left),
      (language.pick(zh: "面积 m²", en: "area m2"), .right),
      (language.pick(zh: "宽 m", en: "width m"), .right),
      (language.pick(zh: "经度", en: "lon"), .right),
      (language.pick(zh: "纬度", en: "lat"), .right),
      (language.pick(zh: "相关面（序号）", en: "areas (row)"), .left),
    ])
    for (kind, place) in places {
      let zh = kind == "gap" ? "缝隙" : "重叠"
      table.append([
        language.pick(zh: zh, en: kind), Self.number(place.fault.area, places: 2),
        Self.number(place.fault.width, places: 3),
        place.degrees.map { Self.number($0.x, places: 6) } ?? "",
        place.degrees.map { Self.number($0.y, places: 6) } ?? "",
        place.concerned.prefix(3).map(findings.title).joined(separator: ", "),
      ])
    }
    return table.text
  }

  private var slits: JSONText {
    .object([
      .init("narrower_than_m", .decimal(findings.slitWidth, places: 3)),
      .init("count", .integer(findings.slits.count)),
      .init("length_m", .decimal(findings.slits.reduce(0) { $0 + $1.slit.length }, places: 3)),
      .init("area_m2", .decimal(findings.slits.reduce(0) { $0 + $1.slit.area }, places: 6)),
    ])
  }

  private func tally(_ places: [CoverageFindings.Place]) -> JSONText {
    .object([
      .init("count", .integer(places.count)),
      .init("slivers", .integer(places.count(where: findings.isSliver))),
      .init("area_m2", .decimal(places.reduce(0) { $0 + $1.fault.area }, places: 6)),
    ])
  }

  private func placeJSON(_ kind: String, _ place: CoverageFindings.Place) -> JSONText {
    .object([
      .init("kind", .string(kind)), .init("area_m2", .decimal(place.fault.area, places: 6)),
      .init("width_m", .decimal(place.fault.width, places: 9)),
      .init("is_sliver", .bool(findings.isSliver(place))),
      .init("lon", place.degrees.map { .decimal($0.x, places: 9) } ?? .null),
      .init("lat", place.degrees.map { .decimal($0.y, places: 9) } ?? .null),
      .init("rows", .array(place.concerned.map { .integer(findings.row($0)) })),
      .init("names", .array(place.concerned.map { .optional(findings.name($0)) })),
    ])
  }

  /// A number with a fixed count of decimals.
  static func number(_ value: Double, places: Int) -> String {
    JSONText.decimal(value, places: places).compact
  }
}
