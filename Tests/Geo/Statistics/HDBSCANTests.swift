import Testing

@testable import Geo

@Suite struct HDBSCANTests {
  @Test func `two crowds of different density are two clusters, the rest is noise`() {
    var random = RandomPoints(seed: 11)
    var (xs, ys) = ([Double](), [Double]())
    for place in 0..<300 {
      let isDense = place % 3 > 0
      xs.append(isDense ? 10 * random.normal() : 3000 + 200 * random.normal())
      ys.append(isDense ? 10 * random.normal() : 200 * random.normal())
    }
    xs += [1500, .nan, -4000]
    ys += [4000, 0, -4000]
    let result = HDBSCAN(minPoints: 10, minSize: 20).clusters(xs: xs, ys: ys)
    #expect(result.clusterCount == 2)
    #expect(Array(result.labels.suffix(3)) == [-1, -1, -1])
    // The first point is of the wide crowd.
    let right = (0..<300).count { result.labels[$0] == ($0 % 3 > 0 ? 1 : 0) }
    #expect(right > 270)
    #expect(result.memberships.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(zip(result.labels, result.memberships).allSatisfy { ($0 < 0) == ($1 == 0) })
  }

  @Test func `too few points and points at one place make no fuss`() {
    let few = HDBSCAN(minPoints: 5, minSize: 5).clusters(xs: [1, 2], ys: [1, 2])
    #expect(few.labels == [-1, -1])
    let zeros = [Double](repeating: 3, count: 40)
    let one = HDBSCAN(minPoints: 5, minSize: 5).clusters(xs: zeros, ys: zeros)
    #expect(one.clusterCount == 0)
    let halves = (0..<40).map { Double($0 / 20) * 100 }
    let two = HDBSCAN(minPoints: 5, minSize: 5).clusters(xs: halves, ys: halves)
    #expect(two.labels == (0..<40).map { Int32($0 / 20) })
  }

  @Test(arguments: 0..<12)
  func `the tree is as short as the textbook's`(seed: Int) {
    var random = RandomPoints(seed: UInt64(seed))
    var (xs, ys) = random.clustered(count: 250, clusters: 1 + seed % 5, spread: 40)
    if seed % 3 == 0 {
      // Many equal lengths and positions.
      xs = xs.map { ($0 / 50).rounded() * 50 }
      ys = ys.map { ($0 / 50).rounded() * 50 }
    }
    let minPoints = 1 + seed
    let edges = ReachabilityTree(PointIndex(xs: xs, ys: ys), minPoints: minPoints).edges()
    #expect(edges.count == xs.count - 1)
    let length = edges.reduce(0) { $0 + $1.squared.squareRoot() }
    #expect(abs(length - prim(xs, ys, minPoints)) < 1e-9 * (1 + length))
  }

  /// The length of the shortest tree, grown point by point.
  private func prim(_ xs: [Double], _ ys: [Double], _ minPoints: Int) -> Double {
    func distance(_ one: Int, _ other: Int) -> Double {
      let (dx, dy) = (xs[one] - xs[other], ys[one] - ys[other])
      return (dx * dx + dy * dy).squareRoot()
    }
    let core = xs.indices.map { one in
      xs.indices.map { distance(one, $0) }.sorted()[minPoints - 1]
    }
    var nearest = [Double](repeating: .infinity, count: xs.count)
    var isIn = [Bool](repeating: false, count: xs.count)
    var (length, newest) = (0.0, 0)
    for _ in 1..<xs.count {
      isIn[newest] = true
      for other in xs.indices where !isIn[other] {
        let reach = max(distance(newest, other), max(core[newest], core[other]))
        nearest[other] = min(nearest[other], reach)
      }
      newest = xs.indices.filter { !isIn[$0] }.min { nearest[$0] < nearest[$1] } ?? 0
      length += nearest[newest]
    }
    return length
  }
}
