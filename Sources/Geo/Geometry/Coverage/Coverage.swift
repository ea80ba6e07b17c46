/// A layer of areas that should cover its ground exactly once, as townships do: its faults, and
/// their repair.
///
/// All lines of all areas are cut where they meet and divide the plane into faces; the areas that
/// hold a face follow by crossing lines from the outside. A face with two holders is an overlap, an
/// enclosed one with none a gap. What opens to the outside encloses nothing: `openSlits` finds the
/// narrow strips between areas among it.
///
/// - Rings count by even and odd: of an area that crosses itself, what lies twice inside is
///   outside.
/// - Coordinates are planar. Positions nearer than sixteen units in the last place of the
///   largest coordinate (some twenty nanometres) are one; nothing else is rounded.
///
///     let coverage = try Coverage(townships)
///     let report = coverage.check(in: .geographic)
///     let mended = try coverage.repaired(closing: GapLimits(width: 1), in: .geographic)
public struct Coverage: Sendable {
  let areas: [MultiPolygon]
  let arrangement: Arrangement
  let looseCorners: Int
  /// Whose lines are not those of the arrangement.
  let isChanged: [Bool]

  /// Divides the plane by the areas' lines; O(n log n) for n corners and crossings.
  ///
  /// Throws if a coordinate is no number or too large, or nothing settles.
  public init(_ areas: [MultiPolygon]) throws(CoverageError) {
    try self.init(areas, fillers: [])
  }

  /// The same with ground that shall not stay empty: it has no right against an area.
  init(_ areas: [MultiPolygon], fillers: [MultiPolygon]) throws(CoverageError) {
    let noder = try Noder(areas + fillers)
    self.areas = areas
    arrangement = Arrangement(positions: noder.nodes.positions, table: noder.table)
    looseCorners = noder.looseCorners
    isChanged = Array(noder.isChanged.prefix(areas.count))
  }

  /// All faults and the layer's sizes; O(n).
  public func check(in measure: GroundMeasure) -> CoverageFaults {
    let sizes = FaceSizes(arrangement, measure)
    var report = CoverageFaults(
      gaps: [], overlaps: [], looseCorners: looseCorners, totalArea: 0, coveredArea: 0)
    for face in 1..<max(1, Int32(truncatingIfNeeded: arrangement.faceCount)) {
      let holders = holders(of: face)
      let area = sizes.areas[Int(face)]
      report.totalArea += area * Double(holders.count)
      if !holders.isEmpty { report.coveredArea += area }
      if holders.isEmpty { report.gaps.append(fault(face, sizes, measure)) }
      if holders.count > 1 { report.overlaps.append(fault(face, sizes, measure)) }
    }
    // Stable, so places of one size keep the order of the layer.
    report.gaps.sort { $0.area > $1.area }
    report.overlaps.sort { $0.area > $1.area }
    return report
  }

  /// The areas that hold a face, rising; fillers are none.
  func holders(of face: Int32) -> [Int32] {
    let holders = arrangement.holders(of: face)
    return holders.last.map { Int($0) < areas.count } ?? true
      ? holders : holders.filter { Int($0) < areas.count }
  }

  /// True if a face is ground that shall not stay empty.
  func isFilled(_ face: Int32) -> Bool {
    arrangement.holders(of: face).last.map { Int($0) >= areas.count } ?? false
  }

  func fault(_ face: Int32, _ sizes: FaceSizes, _ measure: GroundMeasure) -> CoverageFault {
    let borders = BorderLengths(of: face, arrangement, measure) { other in
      let holders = holders(of: other)
      return holders.count == 1 ? holders[0] : nil
    }
    return CoverageFault(
      place: RegionRings.polygon(of: face, arrangement),
      holders: holders(of: face).map(Int.init),
      neighbours: borders.longestFirst.map(Int.init), area: sizes.areas[Int(face)],
      perimeter: borders.total)
  }
}
