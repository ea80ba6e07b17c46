import Glibc

/// The nearest border lines found so far: those that are so nearly equally far that only geodesics
/// can tell.
struct NearestOnGround {
  /// Nothing farther, in metres, is of interest.
  private(set) var reach: Double

  private let origin: Coordinate
  private let metric: MetresPerDegree
  /// Lines whose flat distance, squared, is beyond this are surely beyond `reach`.
  private var flatLimit = Double.infinity
  private var least: Double
  private var candidates: [Candidate] = []

  /// A line, its closest place and how far that is, nearly.
  private struct Candidate {
    var edge: Int
    var place: Coordinate
    var distance: Double
  }

  init(from origin: Coordinate, within limit: Double) {
    self.origin = origin
    metric = MetresPerDegree(latitude: origin.y)
    least = limit
    reach = limit
    tighten()
  }

  /// Notes a line if it may be the nearest.
  @inline(__always)
  mutating func consider(_ number: Int, _ edge: BorderEdge, _ bounds: GroundBounds) {
    let start = flat(edge)
    guard start.squared <= flatLimit, bounds.least(to: edge.envelope) <= reach else { return }
    measure(number, edge, from: start.along)
  }

  /// The nearest by geodesics, equally far ones by area.
  func decided(_ borders: borrowing BorderCells) -> (index: Int, distance: Double)? {
    var found: (index: Int, distance: Double)?
    for candidate in candidates where candidate.distance <= reach {
      let area = Int(borders.edges[candidate.edge].lowestArea)
      let distance = Geodesic.distance(origin, candidate.place)
      if let known = found, (known.distance, known.index) <= (distance, area) { continue }
      found = (area, distance)
    }
    return found
  }

  private mutating func measure(_ number: Int, _ edge: BorderEdge, from start: Double) {
    let (along, chord) = ChordMeasure(from: origin).closest(edge, from: start)
    guard chord <= reach else { return }
    // A line is noted in every cell that it passes.
    if candidates.contains(where: { $0.edge == number }) { return }
    if chord < least {
      least = chord
      tighten()
      candidates.removeAll { $0.distance > reach }
    }
    candidates.append(Candidate(edge: number, place: edge.place(along), distance: chord))
  }

  /// Brings the limits down to what was found.
  private mutating func tighten() {
    let turns = least / 6.35e6
    reach = least * (1 + ChordMeasure.error * turns * turns + 1e-9)
    // How much shorter or longer the measure at the origin's own latitude may be.
    let latitudes = reach / 110_000
    let east = metric.east - 1_960 * latitudes
    guard east > 0, latitudes < 20 else {
      flatLimit = .infinity
      return
    }
    let longitudes = reach / east * .pi / 180
    let bend = 1_000 * latitudes / east + 2e-4 * latitudes + longitudes * longitudes / 2
    let limit = reach * (1 + 2 * bend + 1e-9)
    flatLimit = limit * limit
  }

  /// Where on a line the closest place is, and its squared distance, with the metric at the origin.
  @inline(__always)
  private func flat(_ edge: BorderEdge) -> (along: Double, squared: Double) {
    let dx = (edge.bx - edge.ax) * metric.east
    let dy = (edge.by - edge.ay) * metric.north
    let px = (origin.x - edge.ax) * metric.east
    let py = (origin.y - edge.ay) * metric.north
    let length = dx * dx + dy * dy
    let along = length > 0 ? min(max((px * dx + py * dy) / length, 0), 1) : 0
    let (x, y) = (px - along * dx, py - along * dy)
    return (along, x * x + y * y)
  }
}

/// Distances from a position as chords, on the sphere that has the ellipsoid's radii of curvature
/// at the middle latitude.
///
/// Right on any sphere (Delambre's analogies); on the ellipsoid the
/// error grows with the square of the distance.
struct ChordMeasure {
  /// The relative error at a distance of one radius.
  static let error = 4e-3

  private let origin: Coordinate

  init(from origin: Coordinate) {
    self.origin = origin
  }

  /// The squared chord to a place, in square metres.
  func squared(_ c: Coordinate) -> Double {
    let metric = MetresPerDegree(latitude: (origin.y + c.y) / 2)
    let radian = Double.pi / 180
    let halfX = (c.x - origin.x) / 2 * radian
    let halfY = (c.y - origin.y) / 2 * radian
    let x = metric.east * 2 / radian * sin(halfX)
    let y = metric.north * 2 / radian * sin(halfY) * cos(halfX)
    return x * x + y * y
  }

  /// Where on a line the closest place is, from 0 to 1, and its chord; by Newton's steps from a
  /// first guess.
  func closest(_ edge: BorderEdge, from start: Double) -> (along: Double, chord: Double) {
    var along = start
    var here = squared(edge.place(along))
    let length = max(squared(edge.b, edge.a), .leastNormalMagnitude).squareRoot()
    for _ in 0..<4 {
      let step = min(max(0.05 * here.squareRoot() / length, 1e-4), 0.25)
      let before = squared(edge.place(along - step))
      let after = squared(edge.place(along + step))
      let curvature = before - 2 * here + after
      guard curvature > 0 else { break }
      let next = min(max(along - step * (after - before) / (2 * curvature), 0), 1)
      guard next != along else { break }
      let there = squared(edge.place(next))
      guard there < here else { break }
      let isSettled = (next - along).magnitude < 0.01 * step
      (along, here) = (next, there)
      if isSettled { break }
    }
    return (along, here.squareRoot())
  }

  private func squared(_ a: Coordinate, _ b: Coordinate) -> Double {
    ChordMeasure(from: a).squared(b)
  }
}

extension BorderEdge {
  var a: Coordinate { Coordinate(ax, ay) }
  var b: Coordinate { Coordinate(bx, by) }

  /// The rectangle around it.
  var envelope: Envelope {
    Envelope(minX: ax, minY: min(ay, by), maxX: bx, maxY: max(ay, by))
  }

  /// A place on the line: 0 is its first end, 1 its other, both to the last bit.
  func place(_ along: Double) -> Coordinate {
    if along == 1 { return b }
    return Coordinate(ax + (bx - ax) * along, ay + (by - ay) * along)
  }
}
