import Geo
import Terminal

/// The points of an analysis: read, chosen by their day, and brought into a plane.
struct PlacedPoints {
  let origin: PointOrigin
  let table: PointTable
  let plane: AnalysisPlane
  let points: WeightedPoints
  /// The days of the points, if they matter.
  let period: PointPeriod?

  /// Reads them; `asRows` reads rows of text, where there are some.
  init(
    _ origin: PointOrigin, asRows: Bool, weight: String? = nil, time: TimeChoice,
    crs: CoordinateSystem?
  ) throws {
    self.origin = origin
    var table = try origin.table(asRows: asRows, weight: weight, time: time.field)
    period = try table.select(time, of: origin.path)
    plane = try AnalysisPlane(for: table, from: origin.from, crs: crs, file: origin.path)
    points = try plane.points(table, from: origin.from, file: origin.path)
    self.table = table
    if let weights = points.weights, !weights.contains(where: { $0 > 0 }) {
      throw CommandFailure(
        status: .badData, message: "all weights are 0: nothing is counted", file: origin.path,
        hint: "Name another column with --weight, or leave it out.")
    }
  }

  /// How many have a place in the plane.
  var used: Int { Self.count(points) }

  private static func count(_ points: WeightedPoints) -> Int {
    points.xs.indices.count { points.xs[$0].isFinite && points.ys[$0].isFinite }
  }

  /// The side of the cells in whose centres the points stand; nil if they are true places.
  var cellSide: Double? {
    guard case .workspace(let facts) = origin, facts.choice.kind == .alerts else { return nil }
    return EqualAreaGrid().size
  }

  /// Says what is doubtful about the points that count, for a distance of this name.
  func describe(
    _ record: inout AnalysisRecord, points: WeightedPoints, distance: Double,
    named name: (zh: String, en: String)
  ) {
    record.warn(few: Self.count(points))
    record.warn(wide: points.envelope, in: plane)
    guard let cellSide else {
      record.warn(repeated: points, distance: distance, named: name)
      return
    }
    guard distance < cellSide else { return }
    record.warn(
      "below_accuracy",
      zh: "预警只精确到 \(AnalysisRecord.metres(cellSide)) 米的网格，\(name.zh)比它小：结果显示的是网格中心，不是密度。",
      en: "Alerts are exact to cells of \(AnalysisRecord.metres(cellSide)) m, more than the"
        + " \(name.en): the result shows cells' centres, not density.")
  }
}
