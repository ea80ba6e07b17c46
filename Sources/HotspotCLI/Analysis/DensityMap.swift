import Geo
import Publishing
import Terminal

/// The work of `hotspot density`: reads, computes, writes, and says what it came to.
struct DensityMap {
  let plan: DensityPlan

  init(_ plan: DensityPlan) {
    self.plan = plan
  }

  /// Does it all.
  func account() throws -> AnalysisAccount {
    var isDelimited = false
    if case .file(let source) = plan.origin { isDelimited = source.isDelimited }
    let input = try PlacedPoints(
      plan.origin, asRows: isDelimited, weight: plan.weight, time: plan.time, crs: plan.crs)
    let plane = input.plane
    var points = input.points
    var account = AnalysisAccount(output: plan.target.path, input: input)
    let area = try plan.studyArea.map { try StudyAreaFile($0, in: plane) }
    if let area {
      points = try inside(area, input.points, ("点", "points"), &account)
      account.leaveOut(
        outside: input.points.xs.count { $0.isFinite } - points.xs.count { $0.isFinite })
    }
    let density = KernelDensity(plan.kernel, bandwidth: try bandwidth(points))
    let days = plan.days(of: input.period)
    var field = DensityField(
      density: density, points: points, area: area?.area, unit: plan.unit(days: days))
    account.members += members(field)
    describe(field, days, &account.record)
    input.describe(
      &account.record, points: points, distance: density.bandwidth, named: ("带宽", "bandwidth"))
    field.denominator = try denominator(input, area, &account)
    if let at = plan.at {
      try writePlaces(at, field, plane, &account)
    } else {
      try writeCells(field, area?.envelope, plane, days, &account)
    }
    return account
  }

  /// The bandwidth given, or the one that the points suggest.
  private func bandwidth(_ points: WeightedPoints) throws -> Double {
    let found =
      switch plan.bandwidth {
      case .metres(let metres): metres as Double?
      case .silverman: DensityBandwidth.silverman(points, kernel: plan.kernel)
      case .likelihood: DensityBandwidth.likelihood(points, kernel: plan.kernel)
      }
    guard let found else {
      throw CommandFailure(
        status: .badData, message: "all points are at one place: no bandwidth follows from them",
        file: plan.origin.path, hint: "Give one in metres with --bandwidth.")
    }
    return found
  }

  /// The points inside of the study area.
  private func inside(
    _ file: StudyAreaFile, _ points: WeightedPoints, _ name: (zh: String, en: String),
    _ account: inout AnalysisAccount
  ) throws -> WeightedPoints {
    let inside = file.area.contains(xs: points.xs, ys: points.ys)
    var (xs, ys) = (points.xs, points.ys)
    var outside = 0
    for place in xs.indices where !inside[place] && xs[place].isFinite {
      outside += 1
      (xs[place], ys[place]) = (.nan, .nan)
    }
    if outside > 0 {
      account.record.warn(
        "outside_study_area", zh: "\(outside) 个\(name.zh)在研究区之外：未计入。",
        en: "\(outside) \(name.en) lie outside of the study area: left out.")
    }
    guard xs.contains(where: \.isFinite) else {
      throw CommandFailure(
        status: .badData, message: "no \(name.en) lie in the study area", file: plan.studyArea,
        hint: "Check --from and the polygons' coordinate system.")
    }
    return try WeightedPoints(xs: xs, ys: ys, weights: points.weights)
  }

  private func members(_ field: DensityField) -> [JSONText.Member] {
    let density = field.density
    return [
      .init("kernel", .string(density.kernel.rawValue)),
      .init("bandwidth", .decimal(density.bandwidth, places: 3)),
      .init("bandwidth_by", .string(plan.bandwidth.name)),
      .init("unit", .string(plan.per == nil ? field.unit.name : "ratio")),
    ]
  }

  /// The points to divide by.
  private func denominator(
    _ input: PlacedPoints, _ area: StudyAreaFile?, _ account: inout AnalysisAccount
  ) throws -> WeightedPoints? {
    guard let per = plan.per else {
      account.record.warn(
        "no_denominator", zh: "未除以分母：人、企业或记录多的地方密度也高；可用 --per 相除。",
        en: "A raw density is also high where people, firms or records are many: divide by them"
          + " with --per.")
      return nil
    }
    let source = plan.further(per)
    var table = try PointTable(
      source, asRows: source.isDelimited, weight: plan.perWeight, time: plan.perTime)
    if plan.perTime != nil {
      _ = try table.select(
        TimeChoice(
          since: input.period?.first, until: input.period?.last, halfLife: plan.time.halfLife),
        of: per)
    }
    account.warnings += table.warnings
    account.members += [
      .init("per", .string(per)), .init("per_read", .integer(table.count.read)),
      .init("per_used", .integer(table.count.used)),
    ]
    account.record.note(denominator: per, table, isTimed: plan.perTime != nil, input.period)
    let points = try input.plane.points(table, from: nil, file: per)
    guard let area else { return points }
    return try inside(area, points, ("分母中的点", "points of --per"), &account)
  }

  private func writePlaces(
    _ path: String, _ field: DensityField, _ plane: AnalysisPlane,
    _ account: inout AnalysisAccount
  ) throws {
    let source = plan.further(path)
    let copy = AppendedColumns(
      source: source, target: plan.target, fields: [FieldDefinition("density", .real)])
    let table = try PointTable(source, asRows: try copy.copiesRows())
    let reference = table.stated.map { .system($0) } ?? plane.source
    let places = try plane.points(table, from: nil, file: path)
    let (values, thin) = field.at(places.xs, places.ys)
    account.record.warn(thin: thin, of: ("地点", "places"))
    account.warnings += table.warnings
    account.warnings += try copy.write(asRows: table.isRows, reference: reference) { row in
      [values[row].isNaN ? .null : .real(values[row])]
    }
    account.members += [
      .init("places", .integer(values.count)),
      .init("without_density", .integer(values.count { $0.isNaN })),
      .init("highest", .decimal(values.filter { !$0.isNaN }.max() ?? .nan, places: 9)),
    ]
  }

  /// Draws the cells if a picture is asked for.
  private func draw(_ cells: DensityCells, _ field: DensityField) throws -> [String]? {
    let target = plan.target
    guard
      let file = PictureFile(target.path, format: target.format, overwrites: target.overwrites)
    else { return nil }
    let picture = DensityPicture(
      cells: cells, path: plan.origin.path, field: field, words: plan.words)
    return try file.write(picture.picture(), of: plan.origin.path)
  }

  private func writeCells(
    _ field: DensityField, _ envelope: Envelope?, _ plane: AnalysisPlane, _ days: Double?,
    _ account: inout AnalysisAccount
  ) throws {
    let grid = try DensityCells.grid(field, in: envelope, cell: plan.cell, of: plan.origin.path)
    let (values, thin) = field.onGrid(grid)
    account.record.warn(thin: thin, of: ("格", "cells"))
    let cells = DensityCells(
      grid: grid, values: values, system: plane.system,
      unit: plan.per == nil ? plan.unit(days: days) : nil)
    account.record.note(grid)
    if let contours = plan.contours {
      let drawn = try DensityContours(cells, contours)
      account.warnings += try drawn.write(plan.target)
      account.record.note(drawn)
      account.members += drawn.members
    } else {
      account.warnings += try draw(cells, field) ?? cells.write(plan.target)
    }
    account.members += cells.members
    if plan.per == nil, let total = cells.total(days: days) {
      account.members.append(.init("points_on_map", .decimal(total, places: 3)))
    }
  }
}
