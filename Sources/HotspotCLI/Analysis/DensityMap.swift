import Geo
import Publishing

/// The work of `hotspot density`: reads, computes, writes, and says what it came to.
struct DensityMap {
  private let plan: DensityPlan

  init(_ plan: DensityPlan) {
    self.plan = plan
  }

  /// Does it all.
  func account() throws -> AnalysisAccount {
    let path = plan.source.path
    let table = try PointTable(
      plan.source, asRows: plan.source.isDelimited, weight: plan.weight)
    let plane = try AnalysisPlane(
      for: table, from: plan.source.from, crs: plan.crs, file: path)
    var points = try plane.points(table, from: plan.source.from, file: path)
    var account = AnalysisAccount(
      output: plan.target.path, table: table, points: points, plane: plane)
    let area = try plan.studyArea.map { try StudyAreaFile($0, in: plane) }
    if let area {
      let all = points
      points = try inside(area, all, "points", &account)
      account.leaveOut(outside: all.xs.count { $0.isFinite } - points.xs.count { $0.isFinite })
    }
    let density = KernelDensity(plan.kernel, bandwidth: try bandwidth(points))
    account.members += members(density, points)
    account.remarks += remarks(density, points, plane, account.used)
    var field = DensityField(density: density, points: points, area: area?.area, unit: plan.unit)
    field.denominator = try denominator(plane, area, density, &account)
    if let at = plan.at {
      try writePlaces(at, field, plane, &account)
    } else {
      try writeCells(field, area?.envelope, plane, &account)
    }
    if field.denominator == nil {
      account.remarks.append(
        AnalysisRemark(
          "no_denominator",
          "a raw density is also high where people, firms or records are many: divide by them"
            + " with --per"))
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
        file: plan.source.path, hint: "Give one in metres with --bandwidth.")
    }
    return found
  }

  /// The points inside of the study area.
  private func inside(
    _ file: StudyAreaFile, _ points: WeightedPoints, _ name: String,
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
      account.remarks.append(
        AnalysisRemark(
          "outside_study_area", "\(outside) \(name) lie outside of the study area: left out"))
    }
    guard xs.contains(where: \.isFinite) else {
      throw CommandFailure(
        status: .badData, message: "no \(name) lie in the study area", file: plan.studyArea,
        hint: "Check --from and the polygons' coordinate system.")
    }
    return try WeightedPoints(xs: xs, ys: ys, weights: points.weights)
  }

  private func members(
    _ density: KernelDensity, _ points: WeightedPoints
  ) -> [JSONText.Member] {
    let name =
      switch plan.bandwidth {
      case .metres: "given"
      case .silverman: "silverman"
      case .likelihood: "likelihood"
      }
    return [
      .init("kernel", .string(density.kernel.rawValue)),
      .init("bandwidth", .decimal(density.bandwidth, places: 3)),
      .init("bandwidth_by", .string(name)), .init("unit", .string(plan.unitName)),
    ]
  }

  private func remarks(
    _ density: KernelDensity, _ points: WeightedPoints, _ plane: AnalysisPlane, _ used: Int
  ) -> [AnalysisRemark] {
    var remarks = [AnalysisRemark.few(used), .tooWide(points.envelope, plane)].compactMap(\.self)
    if plan.at == nil, density.bandwidth < plan.cell {
      remarks.append(
        AnalysisRemark(
          "bandwidth_below_cell",
          "the bandwidth of \(AnalysisRemark.metres(density.bandwidth)) m is below the cell of"
            + " \(AnalysisRemark.metres(plan.cell)) m: cells miss points between their centres"))
    }
    return remarks
      + AnalysisRemark.repeated(points, distance: density.bandwidth, named: "bandwidth")
  }

  /// The points to divide by.
  private func denominator(
    _ plane: AnalysisPlane, _ area: StudyAreaFile?, _ density: KernelDensity,
    _ account: inout AnalysisAccount
  ) throws -> WeightedPoints? {
    guard let per = plan.per else { return nil }
    let source = plan.further(per)
    let table = try PointTable(source, asRows: source.isDelimited, weight: plan.perWeight)
    account.warnings += table.warnings
    account.members += [
      .init("per", .string(per)), .init("per_read", .integer(table.count.read)),
      .init("per_used", .integer(table.count.used)),
    ]
    let points = try plane.points(table, from: nil, file: per)
    guard let area else { return points }
    return try inside(area, points, "points of --per", &account)
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
    account.note(thin: thin, of: "places")
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
      cells: cells, path: plan.source.path, field: field, words: plan.words)
    return try file.write(picture.picture(), of: plan.source.path)
  }

  private func writeCells(
    _ field: DensityField, _ envelope: Envelope?, _ plane: AnalysisPlane,
    _ account: inout AnalysisAccount
  ) throws {
    let grid = try DensityCells.grid(field, in: envelope, cell: plan.cell, of: plan.source.path)
    let (values, thin) = field.onGrid(grid)
    account.note(thin: thin, of: "cells")
    let cells = DensityCells(
      grid: grid, values: values, system: plane.system, unit: plan.per == nil ? plan.unit : nil)
    account.warnings += try draw(cells, field) ?? cells.write(plan.target)
    account.members += cells.members
    if plan.per == nil, let total = cells.total(days: plan.days) {
      account.members.append(.init("points_on_map", .decimal(total, places: 3)))
    }
  }
}
