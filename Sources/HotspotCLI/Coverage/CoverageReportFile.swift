import Geo
import Terminal

/// The report of a check as a GeoPackage: layers `overlaps`, `gaps` and `open_slits`, tables
/// `invalid` and `summary`.
struct CoverageReportFile: ~Copyable {
  private var writer: VectorWriter

  /// Begins it; it takes its place when `write` succeeds.
  init(_ path: String, overwrite: Bool) throws {
    guard path.lowercased().hasSuffix(".gpkg") else {
      throw CommandFailure(
        status: .usage, message: "the report is a GeoPackage", file: path,
        hint: "Give it a name that ends in .gpkg.")
    }
    writer = try VectorWriter(creating: path, driver: "GPKG", overwrite: overwrite)
  }

  /// Writes all findings and puts the file into its place.
  consuming func write(_ findings: CoverageFindings) throws {
    try Self.write(findings.overlaps, as: "overlaps", findings, to: &writer)
    try Self.write(findings.gaps, as: "gaps", findings, to: &writer)
    try Self.writeSlits(findings, to: &writer)
    try writer.createLayer(
      "invalid", geometry: .none, crs: nil,
      fields: [FieldDefinition("row", .integer), FieldDefinition("reason", .text)])
    for invalid in findings.invalid {
      try writer.append(
        Feature(values: [.integer(Int64(invalid.row)), .text(invalid.reason)]), to: "invalid")
    }
    try Self.writeSummary(findings, to: &writer)
    try writer.close()
  }

  private static let placeFields = [
    FieldDefinition("area_m2", .real), FieldDefinition("width_m", .real),
    FieldDefinition("is_sliver", .boolean), FieldDefinition("within_limits", .boolean),
    FieldDefinition("lon", .real), FieldDefinition("lat", .real),
    FieldDefinition("first", .integer), FieldDefinition("first_code", .text),
    FieldDefinition("first_name", .text), FieldDefinition("second", .integer),
    FieldDefinition("second_code", .text), FieldDefinition("second_name", .text),
    FieldDefinition("all_features", .text),
  ]

  private static func write(
    _ places: [CoverageFindings.Place], as name: String, _ findings: CoverageFindings,
    to writer: inout VectorWriter
  ) throws {
    try writer.createLayer(
      name, geometry: .area, crs: findings.layer.system, fields: placeFields)
    for (number, place) in places.enumerated() {
      if number % 256 == 0 { try Interruption.check() }
      try writer.append(feature(place, findings), to: name)
    }
  }

  private static func feature(
    _ place: CoverageFindings.Place, _ findings: CoverageFindings
  ) -> Feature {
    let fault = place.fault
    let isWithin = !fault.holders.isEmpty || findings.limits.hold(fault)
    var values: [FieldValue] = [
      .real(fault.area), .real(fault.width), .integer(findings.isSliver(place) ? 1 : 0),
      .integer(isWithin ? 1 : 0), place.degrees.map { .real($0.x) } ?? .null,
      place.degrees.map { .real($0.y) } ?? .null,
    ]
    for position in 0..<2 {
      guard position < place.concerned.count else {
        values += [.null, .null, .null]
        continue
      }
      values += named(place.concerned[position], findings)
    }
    values.append(.text(place.concerned.map { "\(findings.row($0))" }.joined(separator: ";")))
    return Feature(values: values, geometry: .area(MultiPolygon([fault.place])))
  }

  private static func writeSlits(
    _ findings: CoverageFindings, to writer: inout VectorWriter
  ) throws {
    try writer.createLayer(
      "open_slits", geometry: .lines, crs: findings.layer.system,
      fields: [
        FieldDefinition("area_m2", .real), FieldDefinition("width_m", .real),
        FieldDefinition("length_m", .real), FieldDefinition("lon", .real),
        FieldDefinition("lat", .real),
      ] + placeFields.suffix(7).dropLast())
    for (slit, degrees) in findings.slits {
      let values: [FieldValue] = [
        .real(slit.area), .real(slit.width), .real(slit.length),
        degrees.map { .real($0.x) } ?? .null, degrees.map { .real($0.y) } ?? .null,
      ]
      let areas = [slit.first, slit.second].flatMap { named($0, findings) }
      try writer.append(
        Feature(values: values + areas, geometry: .lines(slit.stretches)), to: "open_slits")
    }
  }

  /// An area's number, code and name.
  private static func named(_ area: Int, _ findings: CoverageFindings) -> [FieldValue] {
    [
      .integer(Int64(findings.row(area))), findings.code(area).map(FieldValue.text) ?? .null,
      findings.name(area).map(FieldValue.text) ?? .null,
    ]
  }

  private static func writeSummary(
    _ findings: CoverageFindings, to writer: inout VectorWriter
  ) throws {
    try writer.createLayer(
      "summary", geometry: .none, crs: nil,
      fields: [FieldDefinition("item", .text), FieldDefinition("value", .real)])
    let report = findings.report
    let counts: [(String, Int)] = [
      ("features", findings.layer.features.count), ("areas", findings.layer.areas.count),
      ("overlaps", report.overlaps.count), ("gaps", report.gaps.count),
      ("gaps_within_limits", report.gaps.count(where: findings.limits.hold)),
      ("overlap_slivers", findings.overlaps.count(where: findings.isSliver)),
      ("gap_slivers", findings.gaps.count(where: findings.isSliver)),
      ("loose_corners", report.looseCorners), ("invalid", findings.invalid.count),
      ("open_slits", findings.slits.count),
    ]
    let sizes: [(String, Double)] = [
      ("overlaps_area_m2", report.overlaps.reduce(0) { $0 + $1.area }),
      ("gaps_area_m2", report.gaps.reduce(0) { $0 + $1.area }),
      ("total_area_m2", report.totalArea), ("covered_area_m2", report.coveredArea),
    ]
    let rows = counts.map { ($0.0, Double($0.1)) } + sizes
    for (item, value) in rows {
      try writer.append(Feature(values: [.text(item), .real(value)]), to: "summary")
    }
  }
}
