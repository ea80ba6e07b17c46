/// A problem in the columns that the search reads: only sites that can be reached and may be worth
/// a visit, numbered anew, and the travel times between them and the depots.
///
/// Nodes `0..<siteCount` are sites, the others depots. The memory belongs to the model and is never
/// written after `init`.
final class Model {
  let siteCount: Int
  let nodeCount: Int
  let shiftCount: Int
  let groupCount: Int
  /// The length of a shift's row of stops: both depots, the most visits
  /// that can fit, and one more while the search decides what to eject.
  let stride: Int
  /// The site of the problem that each site of the model is.
  let origin: [Int]
  let hasWindows: Bool

  let prize: UnsafeMutablePointer<Int64>
  let service: UnsafeMutablePointer<Int32>
  let group: UnsafeMutablePointer<Int32>
  let required: UnsafeMutablePointer<Bool>
  let opens: UnsafeMutablePointer<Int32>
  let closes: UnsafeMutablePointer<Int32>
  let minimum: UnsafeMutablePointer<Int32>
  let start: UnsafeMutablePointer<Int32>
  let end: UnsafeMutablePointer<Int32>
  let limit: UnsafeMutablePointer<Int32>
  let visits: UnsafeMutablePointer<Int32>
  /// Row `i` holds the times from `i`.
  let outOf: UnsafeMutablePointer<Int32>
  /// Row `i` holds the times to `i`; the same memory as `outOf` where times are symmetric.
  let into: UnsafeMutablePointer<Int32>

  init(_ problem: OrienteeringProblem, sites kept: [Int]) {
    let depots = Array(Set(problem.shifts.flatMap { [$0.start, $0.end] })).sorted()
    let nodes = kept + depots
    let depotNode = Dictionary(
      uniqueKeysWithValues: depots.enumerated().map { ($1, Int32($0 + kept.count)) })
    let chosen = kept.map { problem.sites[$0] }
    origin = kept
    siteCount = kept.count
    nodeCount = nodes.count
    shiftCount = problem.shifts.count
    groupCount = problem.groupMinimum.count
    hasWindows = chosen.contains { $0.window != nil }
    prize = Self.column(chosen.map(\.prize))
    service = Self.column(chosen.map(\.service))
    group = Self.column(chosen.map(\.group))
    required = Self.column(chosen.map(\.required))
    opens = Self.column(chosen.map { $0.window?.lowerBound ?? 0 })
    closes = Self.column(chosen.map { $0.window?.upperBound ?? .max })
    minimum = Self.column(problem.groupMinimum.map { Int32(clamping: $0) })
    start = Self.column(problem.shifts.map { depotNode[$0.start] ?? 0 })
    end = Self.column(problem.shifts.map { depotNode[$0.end] ?? 0 })
    limit = Self.column(problem.shifts.map { min($0.maxDuration, TravelTimes.unreachable - 1) })
    let most = problem.shifts.map { min($0.maxVisits, kept.count) }
    visits = Self.column(most.map { Int32($0) })
    stride = (most.max() ?? 0) + 3
    (outOf, into) = Self.matrices(problem.travel, nodes)
  }

  deinit {
    for column in [service, group, opens, closes, minimum, start, end, limit, visits] {
      column.deallocate()
    }
    prize.deallocate()
    required.deallocate()
    if into != outOf { into.deallocate() }
    outOf.deallocate()
  }

  /// The time from one node to another.
  @inline(__always) func time(_ from: Int32, _ to: Int32) -> Int32 {
    outOf[Int(from) * nodeCount + Int(to)]
  }

  private static func column<Value>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let column = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    column.initialize(from: values, count: values.count)
    return column
  }

  private typealias Times = UnsafeMutablePointer<Int32>

  private static func matrices(_ travel: TravelTimes, _ nodes: [Int]) -> (Times, Times) {
    let count = nodes.count
    let outOf = Times.allocate(capacity: max(1, count * count))
    if !travel.isSymmetric {
      for (row, from) in nodes.enumerated() {
        for (column, to) in nodes.enumerated() {
          outOf[row * count + column] = travel.seconds(from: from, to: to)
        }
      }
      return (outOf, transposed(outOf, count))
    }
    for (row, from) in nodes.enumerated() {
      outOf[row * count + row] = 0
      for column in 0..<row {
        let time = travel.seconds(from: from, to: nodes[column])
        outOf[row * count + column] = time
        outOf[column * count + row] = time
      }
    }
    return (outOf, outOf)
  }

  /// The matrix itself where it is symmetric, else its transpose.
  private static func transposed(_ times: Times, _ count: Int) -> Times {
    let symmetric = (0..<count).allSatisfy { row in
      (0..<row).allSatisfy { times[row * count + $0] == times[$0 * count + row] }
    }
    guard !symmetric else { return times }
    let turned = Times.allocate(capacity: max(1, count * count))
    for row in 0..<count {
      for column in 0..<count { turned[column * count + row] = times[row * count + column] }
    }
    return turned
  }
}
