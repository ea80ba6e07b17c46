import Glibc

/// Distances in metres that nothing in a rectangle of longitudes and latitudes falls below, in the
/// measure of `ChordMeasure`.
struct GroundBounds {
  private let origin: Coordinate
  private let metric: MetresPerDegree
  /// How much a degree of longitude shortens a degree of latitude poleward, at the origin.
  private let shortening: Double

  /// Up to this many degrees of longitude away the bending of the ground is bounded by its square.
  private static let fairlyFlat = 28.0

  init(from origin: Coordinate) {
    self.origin = origin
    metric = MetresPerDegree(latitude: origin.y)
    // The derivative of N cos φ is -M sin φ.
    let radian = Double.pi / 180
    shortening = metric.north * sin(origin.y.magnitude * radian) * radian
  }

  /// The bound for a rectangle; 0 if it holds the origin.
  @inline(__always)
  func least(to box: Envelope) -> Double {
    let dx = max(0, max(box.minX - origin.x, origin.x - box.maxX))
    let dy = max(0, max(box.minY - origin.y, origin.y - box.maxY))
    let farX = max((box.minX - origin.x).magnitude, (box.maxX - origin.x).magnitude)
    let farY = max((box.minY - origin.y).magnitude, (box.maxY - origin.y).magnitude)
    // The measure takes the middle latitude: the most poleward one there is. Taylor's remainder, as
    // a degree of longitude bends by no more than 34.5 m a degree of latitude squared.
    let poleward = max(box.minY.magnitude, box.maxY.magnitude)
    let shift = (poleward - origin.y.magnitude) / 2
    let east = max(0, metric.east - shortening * shift - 17.25 * shift * shift)
    let eastward = dx * east
    guard farX < Self.fairlyFlat else { return far(dx, farX, dy, poleward) }
    // A degree of latitude changes by less than 20 m a degree.
    let northward = dy * (metric.north - 20 * farY / 2)
    let half = farX * (.pi / 360)
    let turn = farY * (.pi / 360)
    return (1 - half * half / 2 - turn * turn / 6)
      * (eastward * eastward + northward * northward).squareRoot()
  }

  /// The bound far away, by the haversine on a sphere of the least radius of curvature.
  @inline(never)
  private func far(_ dx: Double, _ farX: Double, _ dy: Double, _ poleward: Double) -> Double {
    let half = Double.pi / 360
    let eastward = max(0, min(sin(dx * half), sin(min(farX, 360) * half)))
    let northward = sin(dy * half)
    let shrink = max(0, cos(origin.y * 2 * half) * cos(min(poleward, 90) * 2 * half))
    return 2 * 6.335e6 * (northward * northward + shrink * eastward * eastward).squareRoot()
  }
}
