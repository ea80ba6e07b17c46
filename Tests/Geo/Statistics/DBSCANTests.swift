import Foundation
import Geo
import Testing

@Suite struct DBSCANTests {
  /// The textbook's way, numbered as scikit-learn numbers: each cluster is grown from its first
  /// core point before the next is begun.
  private func naive(_ xs: [Double], _ ys: [Double], _ radius: Double, _ minPoints: Int)
    -> (labels: [Int32], isCore: [Bool])
  {
    let near = xs.indices.map { one in
      xs.indices.filter { other in
        let (dx, dy) = (xs[other] - xs[one], ys[other] - ys[one])
        return dx * dx + dy * dy <= radius * radius
      }
    }
    let isCore = near.map { $0.count >= minPoints }
    var labels = [Int32](repeating: -1, count: xs.count)
    var next: Int32 = 0
    for start in xs.indices where isCore[start] && labels[start] < 0 {
      var waiting = [start]
      labels[start] = next
      while let point = waiting.popLast() {
        guard isCore[point] else { continue }
        for other in near[point] where labels[other] < 0 {
          labels[other] = next
          waiting.append(other)
        }
      }
      next += 1
    }
    return (labels, isCore)
  }

  private func check(
    _ xs: [Double], _ ys: [Double], _ radius: Double, _ minPoints: Int, _ comment: Comment
  ) throws {
    let result = try DBSCAN(radius: radius, minPoints: minPoints).clusters(xs: xs, ys: ys)
    let expected = naive(xs, ys, radius, minPoints)
    #expect(result.labels == expected.labels, comment)
    #expect(result.isCore == expected.isCore, comment)
    #expect(result.clusterCount == Int(expected.labels.max() ?? -1) + 1, comment)
  }

  @Test(arguments: 0..<40)
  func `random clusters are those of the textbook`(seed: Int) throws {
    var points = RandomPoints(seed: UInt64(seed))
    let (xs, ys) = points.clustered(count: 300, clusters: 1 + seed % 9, spread: 40)
    for (radius, minPoints) in [(20.0, 4), (60, 10), (3, 1), (3, 2), (200, 25)] {
      try check(xs, ys, radius, minPoints, "\(radius), \(minPoints)")
    }
  }

  @Test(arguments: 0..<20)
  func `points of a raster at exactly the radius count, and so do repeated ones`(seed: Int) throws {
    var points = RandomPoints(seed: UInt64(seed))
    let xs = (0..<400).map { _ in Double(points.below(16)) * 100 }
    let ys = (0..<400).map { _ in Double(points.below(16)) * 100 }
    for (radius, minPoints) in [(100.0, 8), (200, 25), (500, 120), (100 * 2.0.squareRoot(), 20)] {
      try check(xs, ys, radius, minPoints, "\(radius), \(minPoints)")
    }
  }

  @Test func `points on a line, at one place, alone and none are handled`() throws {
    let line = (0..<200).map { Double($0 * $0 % 199) * 10 }
    try check(line, line.map { $0 * 0.5 }, 30, 4, "slanted line")
    try check(line, line.map { _ in 7 }, 10, 3, "level line")
    try check([Double](repeating: 5, count: 50), [Double](repeating: -5, count: 50), 1, 50, "one")
    try check([1], [1], 1, 2, "alone")
    try check([], [], 1, 2, "none")
    try check([0, 1e9, 1e9 + 1], [0, -1e9, -1e9], 10, 2, "far apart")
  }

  @Test(arguments: 0..<6)
  func `crowded neighbouring cells that do or do not touch are told apart`(seed: Int) throws {
    var points = RandomPoints(seed: UInt64(seed))
    // Two arcs of the same centre, their distance close to the radius, and crowds around them.
    var (xs, ys) = ([Double](), [Double]())
    for place in 0..<300 {
      let angle = Double(place) / 300
      let gap = seed % 2 == 0 ? 99.99 : 100.01
      for distance in [500, 500 + gap] {
        xs.append(distance * cos(angle))
        ys.append(distance * sin(angle))
      }
    }
    let crowd = points.clustered(count: 400, clusters: 2, spread: 25)
    try check(xs, ys, 100, 5, "arcs")
    try check(xs + crowd.xs, ys + crowd.ys, 100, 60, "arcs and crowds")
  }

  @Test(arguments: 0..<3)
  func `cores of crowds are found as by counting each point`(seed: Int) throws {
    var points = RandomPoints(seed: UInt64(seed) + 77)
    // More than a thousand in reach, so that groups are decided by bounds; every tenth twice.
    var (xs, ys) = ([Double](), [Double]())
    for place in 0..<1400 {
      let isCopy = place % 10 == 9
      xs.append(isCopy ? xs[place - 4] : seed == 0 ? points.uniform() * 150 : points.normal() * 50)
      ys.append(isCopy ? ys[place - 4] : points.normal() * 50)
    }
    for (radius, minPoints) in [(100.0, 500), (100, 900), (60, 300), (100, 1399)] {
      try check(xs, ys, radius, minPoints, "\(radius), \(minPoints)")
    }
  }

  @Test func `positions that are no numbers are noise, and a spread too wide is refused`() throws {
    let result = try DBSCAN(radius: 2, minPoints: 2).clusters(
      xs: [.nan, 0, 1, .infinity], ys: [0, 0, 0, 0])
    #expect(result.labels == [-1, 0, 0, -1])
    #expect(result.noiseCount == 2)
    #expect(throws: DBSCAN.Failure.tooWide) {
      try DBSCAN(radius: 1e-3, minPoints: 2).clusters(xs: [0, 1e9], ys: [0, 0])
    }
  }
}
