import Foundation
import Routing
import Terminal

/// A team orienteering instance in the text format of Chao, Golden and Wasil: `n`, `m`, `tmax`,
/// then a row `x y score` for each point, the first the start, the last the end.
struct ChaoInstance {
  private let path: String
  private var vehicles = 0
  private var longest = 0.0
  private var xs: [Double] = []
  private var ys: [Double] = []
  private var scores: [Double] = []

  /// The largest files that are read.
  private static let most = (points: 20_000, vehicles: 10_000)
  /// Parts of the longest length that integer times are counted in.
  private static let resolution = Double(1 << 28)
  /// The shortest tmax that is told from none.
  private static let shortest = 1e-6

  /// Reads the text; blank lines are skipped.
  init(_ data: Data, path: String) throws {
    self.path = path
    let text = String(decoding: data, as: UTF8.self)
    var rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { (line: $0 + 1, fields: $1.split(whereSeparator: \.isWhitespace)) }
      .filter { !$0.fields.isEmpty }[...]
    let points = try whole("n", 2...Self.most.points, &rows)
    vehicles = try whole("m", 1...Self.most.vehicles, &rows)
    longest = try number("tmax", rows.first)
    guard longest >= 0 else { throw fault(rows.first?.line, "tmax is \(longest)", "zero or more") }
    for row in rows.dropFirst() { try addPoint(row) }
    guard xs.count == points else {
      throw fault(nil, "\(xs.count) points after n \(points)", "as many points as n says")
    }
  }

  private typealias Row = (line: Int, fields: [Substring])

  private func whole(
    _ name: String, _ range: ClosedRange<Int>, _ rows: inout ArraySlice<Row>
  ) throws -> Int {
    let value = try number(name, rows.first)
    let line = rows.popFirst()?.line
    guard value == value.rounded(), range.contains(Int(max(-1, min(value, 1e9)))) else {
      throw fault(
        line, "\(name) is \(value)",
        "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return Int(value)
  }

  private func number(_ name: String, _ row: Row?) throws -> Double {
    guard let row else { throw fault(nil, "the file ends", "a line \"\(name) NUMBER\"") }
    guard row.fields.count == 2, row.fields[0] == name, let value = Double(row.fields[1]),
      value.isFinite
    else {
      throw fault(row.line, "\"\(row.fields.joined(separator: " "))\"", "\"\(name) NUMBER\"")
    }
    return value
  }

  private mutating func addPoint(_ row: Row) throws {
    let numbers = row.fields.compactMap { Double($0) }
    guard row.fields.count == 3, numbers.count == 3,
      numbers.allSatisfy({ $0.isFinite && abs($0) < 1e15 })
    else {
      throw fault(
        row.line, "\"\(row.fields.joined(separator: " "))\"", "\"x y score\", three numbers")
    }
    xs.append(numbers[0])
    ys.append(numbers[1])
    scores.append(numbers[2])
  }

  private func fault(_ line: Int?, _ found: String, _ expected: String) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: (line.map { "line \($0): " } ?? "") + "\(found), expected \(expected)", file: path,
      hint: "Write n, m and tmax, each on a line, then x y score for each point.")
  }

  /// The problem, in a power of two of parts of the unit of length.
  ///
  /// Each leg is rounded up, and a route may be longer by a part for each leg: so no route that fits
  /// in lengths is left out. Those that do not fit after all are found by their lengths.
  func solvable(_ record: inout AnalysisRecord) throws -> SolvableInstance {
    let inner = Array(1..<(xs.count - 1))
    let prizes = try SolvableInstance.whole(inner.map { scores[$0] }, file: path)
    let parts = exp2(log2(Self.resolution / max(longest, Self.shortest)).rounded(.down))
    let order = inner + [0, xs.count - 1]
    let places = (xs: order.map { xs[$0] }, ys: order.map { ys[$0] })
    let travel = try TravelTimes(xs: places.xs, ys: places.ys, secondsPerUnit: parts)
    let limit = Int32((longest * parts).rounded(.down))
    let loose = try problem(prizes.prizes, travel, limit: limit + Int32(inner.count + 2))
    let strict = try problem(prizes.prizes, travel, limit: limit)
    if let shift = strict.shifts.first, travel.seconds(from: shift.start, to: shift.end) > limit {
      record.warn(
        "tmax", zh: "tmax 为 \(longest)，从起点到终点都来不及：方案为空。",
        en: "tmax is \(longest), too short to go from the start to the end: the plan is empty.")
    }
    return SolvableInstance(
      problem: loose, trips: (0..<vehicles).map { .init(team: .number($0), day: 0) },
      stops: inner.map { .number($0) }, groups: [], prizeScale: prizes.scale,
      lengths: RealLengths(strict: strict, xs: places.xs, ys: places.ys, longest: longest))
  }

  private func problem(
    _ prizes: [Int64], _ travel: TravelTimes, limit: Int32
  ) throws -> OrienteeringProblem {
    let shift = OrienteeringProblem.Shift(
      start: prizes.count, end: prizes.count + 1, maxVisits: prizes.count, maxDuration: limit)
    return try OrienteeringProblem(
      sites: prizes.map { .init(prize: $0) }, shifts: Array(repeating: shift, count: vehicles),
      travel: travel)
  }
}
