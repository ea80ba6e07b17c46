/// Borders of areas on a picture: simplified so that neighbours still share them.
struct PixelBorders {
  /// How far a border may move, in tenths of a pixel.
  static let tolerance: Int64 = 4

  private let neighbours: [PixelPoint: Neighbours]

  /// The positions before and after one along all rings, or that there are more than two of them.
  private struct Neighbours {
    let lower: PixelPoint
    let upper: PixelPoint
    var isNode = false

    init(_ a: PixelPoint, _ b: PixelPoint) {
      (lower, upper) = a < b ? (a, b) : (b, a)
    }
  }

  /// Finds where borders meet.
  init(_ rings: [PixelRing]) {
    var neighbours: [PixelPoint: Neighbours] = [:]
    for ring in rings where ring.count > 2 {
      for place in ring.indices {
        let (before, after) = ring.beside(place)
        let found = Neighbours(before, after)
        guard let known = neighbours[ring[place]] else {
          neighbours[ring[place]] = found
          continue
        }
        if known.lower != found.lower || known.upper != found.upper {
          neighbours[ring[place]]?.isNode = true
        }
      }
    }
    self.neighbours = neighbours
  }

  /// A ring by Douglas and Peucker, stretch by stretch between the places where borders meet, so
  /// that both sides of a border become the same line.
  func simplified(_ ring: PixelRing) -> PixelRing {
    guard ring.count > 3 else { return ring }
    let nodes = ring.indices.filter { neighbours[ring[$0]]?.isNode == true }
    // A ring that nothing meets is cut where its other side cuts it too.
    let cuts = nodes.isEmpty ? Self.ends(of: ring) : nodes
    var result: PixelRing = []
    for (number, start) in cuts.enumerated() {
      let end = cuts[(number + 1) % cuts.count]
      let length = (end - start + ring.count - 1) % ring.count + 1
      let stretch = (0...length).map { ring[(start + $0) % ring.count] }
      result += Self.simplifiedStretch(stretch).dropLast()
    }
    return result
  }

  /// The first position of a ring in reading order, and the one farthest from it.
  private static func ends(of ring: PixelRing) -> [Int] {
    var first = 0
    for place in ring.indices where ring[place] < ring[first] { first = place }
    var farthest = first
    for place in ring.indices {
      let (one, best) = (
        ring[place].squaredDistance(to: ring[first]),
        ring[farthest].squaredDistance(to: ring[first])
      )
      if one > best || (one == best && ring[place] < ring[farthest]) { farthest = place }
    }
    return [first, farthest].sorted()
  }

  /// The same whichever way the stretch runs.
  private static func simplifiedStretch(_ stretch: [PixelPoint]) -> [PixelPoint] {
    guard let first = stretch.first, let last = stretch.last, stretch.count > 2 else {
      return stretch
    }
    let isBackward =
      last < first || (last == first && stretch[stretch.count - 2] < stretch[1])
    let line = isBackward ? stretch.reversed() : stretch
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var waiting = [(0, line.count - 1)]
    while let (start, end) = waiting.popLast() {
      guard let middle = farthest(line, start, end) else { continue }
      isKept[middle] = true
      waiting += [(start, middle), (middle, end)]
    }
    let kept = line.indices.filter { isKept[$0] }.map { line[$0] }
    return isBackward ? kept.reversed() : kept
  }

  /// The position farthest from the line between two others; nil if all are near enough.
  private static func farthest(_ line: [PixelPoint], _ start: Int, _ end: Int) -> Int? {
    var best: Int?
    var most = Double(tolerance * tolerance)
    for place in (start + 1)..<max(start + 1, end) {
      let distance = line[place].squaredDistance(from: line[start], to: line[end])
      if distance > most { (best, most) = (place, distance) }
    }
    return best
  }

  /// The borders of all rings together: what two of them run along in opposite directions goes.
  ///
  /// How often a position is wound around stays the same everywhere.
  static func dissolved(_ rings: [PixelRing]) -> [PixelRing] {
    var counts: [[PixelPoint]: Int] = [:]
    var edges: [(PixelPoint, PixelPoint)] = []
    for ring in rings where ring.count > 2 {
      for place in ring.indices {
        let (from, to) = (ring[place], ring.beside(place).after)
        if let opposite = counts[[to, from]], opposite > 0 {
          counts[[to, from]] = opposite - 1
        } else {
          counts[[from, to], default: 0] += 1
          edges.append((from, to))
        }
      }
    }
    var following: [PixelPoint: [PixelPoint]] = [:]
    var starts: [PixelPoint] = []
    for (from, to) in edges {
      guard let count = counts[[from, to]], count > 0 else { continue }
      counts[[from, to]] = count - 1
      following[from, default: []].append(to)
      starts.append(from)
    }
    return chained(starts, &following)
  }

  private static func chained(
    _ starts: [PixelPoint], _ following: inout [PixelPoint: [PixelPoint]]
  ) -> [PixelRing] {
    var rings: [PixelRing] = []
    for start in starts {
      guard var next = following[start]?.popLast() else { continue }
      var ring = [start]
      while next != start {
        ring.append(next)
        guard let further = following[next]?.popLast() else { break }
        next = further
      }
      rings.append(ring)
    }
    return rings
  }
}

extension PixelRing {
  /// The positions before and after one.
  fileprivate func beside(_ place: Int) -> (before: PixelPoint, after: PixelPoint) {
    (self[place == 0 ? count - 1 : place - 1], self[place == count - 1 ? 0 : place + 1])
  }
}
