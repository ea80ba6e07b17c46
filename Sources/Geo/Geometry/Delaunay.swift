/// The Delaunay triangulation of some positions within a far triangle around them all.
///
/// No position lies inside the circle through a triangle's corners (A. Bowyer and D. F. Watson, 1981,
/// with exact predicates). Time O(n) a position at worst, near O(sqrt n) in practice.
struct Delaunay {
  /// Corners counter-clockwise, and the triangles across the sides opposite to them (-1: none).
  struct Triangle {
    var corners: [3 of Int]
    var neighbours: [3 of Int]
  }

  /// The positions, then the three corners of the far triangle.
  let positions: [Coordinate]
  private(set) var triangles: [Triangle] = []
  /// Positions that came first at their place; the others are in no triangle.
  private(set) var isFirst: [Bool]
  private var last = 0

  /// Triangulates finite positions; `frame` is a rectangle around them and whatever else matters.
  ///
  /// The far corners are 60 times its diagonal away.
  init(_ given: [Coordinate], frame: Envelope) {
    let centre = Coordinate(frame.minX + frame.width / 2, frame.minY + frame.height / 2)
    let reach = max(frame.width + frame.height, centre.x.ulp * 4, centre.y.ulp * 4) * 128
    positions =
      given + [
        Coordinate(centre.x - reach, centre.y - reach * 0.6),
        Coordinate(centre.x + reach, centre.y - reach * 0.61),
        Coordinate(centre.x + reach * 0.01, centre.y + reach),
      ]
    let n = given.count
    isFirst = [Bool](repeating: true, count: n)
    triangles = [Triangle(corners: [n, n + 1, n + 2], neighbours: [-1, -1, -1])]
    let order = HilbertOrder.order(xs: given.map(\.x), ys: given.map(\.y))
    // The order is stable: of equal positions the lowest-numbered comes first.
    for number in order { insert(Int(number)) }
  }

  private mutating func insert(_ number: Int) {
    let p = positions[number]
    let start = triangle(holding: p)
    for corner in 0..<3 where positions[triangles[start].corners[corner]] == p {
      isFirst[number] = false
      return
    }
    // The cavity: the triangles in whose circles the position lies, connected around it.
    var cavity = [start]
    var isInCavity: Set<Int> = [start]
    var rim: [(from: Int, to: Int, outside: Int)] = []
    var next = 0
    while next < cavity.count {
      let triangle = triangles[cavity[next]]
      next += 1
      for side in 0..<3 {
        let neighbour = triangle.neighbours[side]
        if isInCavity.contains(neighbour) { continue }
        if neighbour >= 0, circle(of: neighbour, holds: p) {
          cavity.append(neighbour)
          isInCavity.insert(neighbour)
        } else {
          rim.append(
            (triangle.corners[(side + 1) % 3], triangle.corners[(side + 2) % 3], neighbour))
        }
      }
    }
    // A side noted as rim before its other triangle joined the cavity is none.
    rim.removeAll { isInCavity.contains($0.outside) }
    fan(around: number, rim: rim, replacing: cavity)
  }

  /// Fills the cavity with triangles from its rim to the position.
  private mutating func fan(
    around number: Int, rim: [(from: Int, to: Int, outside: Int)], replacing cavity: [Int]
  ) {
    var startingAt: [Int: Int] = [:]
    var places = cavity
    for side in rim {
      let place = places.popLast() ?? triangles.count
      let triangle = Triangle(
        corners: [number, side.from, side.to], neighbours: [side.outside, -1, -1])
      if place == triangles.count {
        triangles.append(triangle)
      } else {
        triangles[place] = triangle
      }
      startingAt[side.from] = place
      if side.outside >= 0 {
        for index in 0..<3 where triangles[side.outside].corners[index] == side.to {
          // The outer triangle runs along the side from `to` to `from`; opposite is what follows.
          triangles[side.outside].neighbours[(index + 2) % 3] = place
        }
      }
    }
    for side in rim {
      guard let place = startingAt[side.from], let following = startingAt[side.to] else { continue }
      triangles[place].neighbours[1] = following
      triangles[following].neighbours[2] = place
      last = place
    }
  }

  private func circle(of triangle: Int, holds p: Coordinate) -> Bool {
    let corners = triangles[triangle].corners
    return InCircle.sign(
      positions[corners[0]], positions[corners[1]], positions[corners[2]], p) > 0
  }

  /// Walks from the last triangle towards the position.
  private func triangle(holding p: Coordinate) -> Int {
    var current = last
    walk: while true {
      let triangle = triangles[current]
      for side in 0..<3 {
        let a = positions[triangle.corners[(side + 1) % 3]]
        let b = positions[triangle.corners[(side + 2) % 3]]
        if triangle.neighbours[side] >= 0, Orientation.sign(a, b, p) < 0 {
          current = triangle.neighbours[side]
          continue walk
        }
      }
      return current
    }
  }

  /// The centre of the circle through a triangle's corners.
  func centre(of triangle: Int) -> Coordinate {
    let corners = triangles[triangle].corners
    let (a, b, c) = (positions[corners[0]], positions[corners[1]], positions[corners[2]])
    let (bx, by) = (b.x - a.x, b.y - a.y)
    let (cx, cy) = (c.x - a.x, c.y - a.y)
    let (bLift, cLift) = (bx * bx + by * by, cx * cx + cy * cy)
    let scale = 0.5 / Orientation.determinant(a, b, c)
    return Coordinate(
      a.x + (cy * bLift - by * cLift) * scale, a.y + (bx * cLift - cx * bLift) * scale)
  }
}
