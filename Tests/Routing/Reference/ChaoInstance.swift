import Foundation
import Routing
import Testing

/// One of Chao, Golden and Wasil's team orienteering instances, and its own checker.
struct ChaoInstance {
  private let xs: [Double]
  private let ys: [Double]
  private let scores: [Int64]
  private let vehicles: Int
  private let longest: Double

  /// Reads `n`, `m`, `tmax` and then `x y score`, the first the start, the last the end.
  init(_ name: String) throws {
    let text = try String(
      contentsOfFile: ReferenceData.path("orienteering/chao/\(name)"), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(whereSeparator: \.isWhitespace)
    }
    .filter { !$0.isEmpty }
    vehicles = try #require(Int(rows[1][1]))
    longest = try #require(Double(rows[2][1]))
    xs = try rows.dropFirst(3).map { try #require(Double($0[0])) }
    ys = try rows.dropFirst(3).map { try #require(Double($0[1])) }
    scores = try rows.dropFirst(3).map { Int64(try #require(Double($0[2]))) }
  }

  /// The problem in four-millionths of the unit of length.
  func problem() throws -> OrienteeringProblem {
    let scale = 4e6
    let order = Array(1..<(xs.count - 1)) + [0, xs.count - 1]
    let travel = try TravelTimes(
      xs: order.map { xs[$0] }, ys: order.map { ys[$0] }, secondsPerUnit: scale)
    let shift = OrienteeringProblem.Shift(
      start: xs.count - 2, end: xs.count - 1, maxVisits: xs.count,
      maxDuration: Int32(longest * scale + 1e-3))
    return try OrienteeringProblem(
      sites: order.dropLast(2).map { .init(prize: scores[$0]) },
      shifts: Array(repeating: shift, count: vehicles), travel: travel)
  }

  /// The score of routes in real lengths, or nil where one is too long or a point is used twice.
  func score(_ routes: [[Int]]) -> Int64? {
    let visited = routes.joined().map { $0 + 1 }
    guard Set(visited).count == visited.count else { return nil }
    for route in routes where !route.isEmpty {
      let path = [0] + route.map { $0 + 1 } + [xs.count - 1]
      let length = zip(path, path.dropFirst()).reduce(0) { length, leg in
        length + hypot(xs[leg.1] - xs[leg.0], ys[leg.1] - ys[leg.0])
      }
      guard length <= longest + 1e-9 else { return nil }
    }
    return visited.reduce(0) { $0 + scores[$1] }
  }
}
