import Glibc

/// How long and large things are on the ground, whose borders are straight lines in a layer's own
/// coordinates.
///
/// Sizes of slivers decide here, so differences are formed before anything is multiplied: a strip
/// of 1e-9 degrees keeps its digits.
public enum GroundMeasure: Sendable {
  /// Longitude and latitude in degrees on the WGS-84 ellipsoid; borders are straight in degrees, as
  /// RFC 7946 defines them, so a border with more corners on one side than on the other has no area
  /// between. (Between geodesics it would: 1 m at the middle of 0.1 degrees.)
  case geographic
  /// A plane whose scale on the ground is known.
  case planar(GroundScale)

  /// Plane coordinates in metres, scale 1.
  public static let metres = GroundMeasure.planar(GroundScale(metresPerUnit: 1))

  /// The length of a straight line in metres.
  public func length(_ a: Coordinate, _ b: Coordinate) -> Double {
    switch self {
    case .planar(let scale):
      let middle = Coordinate(a.x + (b.x - a.x) / 2, a.y + (b.y - a.y) / 2)
      return hypot(b.x - a.x, b.y - a.y) * scale.at(middle).squareRoot()
    case .geographic:
      let sine = sin(Self.radians(a.y + (b.y - a.y) / 2))
      let root = (1 - Self.e2 * sine * sine).squareRoot()
      let north = Self.radians(b.y - a.y) * Self.a * (1 - Self.e2) / (root * root * root)
      let east = Self.radians(b.x - a.x) * Self.a / root * (1 - sine * sine).squareRoot()
      return hypot(north, east)
    }
  }

  /// How many metres a unit east and a unit north are, near a position.
  func scale(at place: Coordinate) -> (x: Double, y: Double) {
    switch self {
    case .planar(let scale):
      let metres = scale.at(place).squareRoot()
      return (metres, metres)
    case .geographic:
      let step = 1e-3
      return (
        length(place, Coordinate(place.x + step, place.y)) / step,
        length(place, Coordinate(place.x, place.y + step)) / step
      )
    }
  }

  /// The area of a ring in square metres, positive if it runs counter-clockwise; an open ring is
  /// closed.
  public func signedArea(_ ring: Ring) -> Double {
    switch self {
    case .geographic: return Self.ellipsoidalArea(ring)
    case .planar(let scale):
      let box = Envelope(ring)
      guard !box.isEmpty else { return 0 }
      let centre = Coordinate(box.minX + box.width / 2, box.minY + box.height / 2)
      return RingMoments(ring).area * scale.at(centre)
    }
  }

  /// The area of a polygon in square metres, holes taken off, whatever the direction of its rings.
  public func area(_ polygon: Polygon) -> Double {
    polygon.holes.reduce(signedArea(polygon.exterior).magnitude) {
      $0 - signedArea($1).magnitude
    }
  }

  private static let a = 6_378_137.0
  private static let e2 = (2 - 1 / 298.257223563) / 298.257223563

  private static func radians(_ degrees: Double) -> Double { degrees * (.pi / 180) }

  /// The integral of the authalic function along the ring: the area between a line and the parallel
  /// of the ring's first position is the difference in longitude times the function's mean.
  private static func ellipsoidalArea(_ ring: Ring) -> Double {
    guard let first = ring.first, let last = ring.last, ring.count > 2 else { return 0 }
    let strip = Strip(above: radians(first.y))
    var area = 0.0
    var x = radians(last.x - first.x)
    var y = radians(last.y - first.y)
    for position in ring {
      let (nextX, nextY) = (radians(position.x - first.x), radians(position.y - first.y))
      if nextX != x { area -= (nextX - x) * strip.mean(from: y, to: nextY) }
      (x, y) = (nextX, nextY)
    }
    return area
  }

  /// Areas above a parallel, for each radian of longitude.
  private struct Strip {
    private let latitude: Double
    private let sine: Double

    init(above latitude: Double) {
      self.latitude = latitude
      sine = sin(latitude)
    }

    /// The mean over a straight line between two latitudes counted from the parallel, by Gauss and
    /// Legendre's rule of three points: exact for polynomials of degree 5.
    func mean(from low: Double, to high: Double) -> Double {
      let middle = low + (high - low) / 2
      if low == high { return area(upTo: middle) }
      let offset = (high - low) / 2 * 0.774_596_669_241_483_4
      return
        (8 * area(upTo: middle) + 5 * (area(upTo: middle - offset) + area(upTo: middle + offset)))
        / 18
    }

    /// a²(1 - e²) times the integral of cos φ / (1 - e² sin² φ)², as a series in e².
    private func area(upTo offset: Double) -> Double {
      let rise = 2 * cos(latitude + offset / 2) * sin(offset / 2)
      let (s, t) = (sine, sine + rise)
      let (s2, st, t2) = (s * s, s * t, t * t)
      let cubic = s2 + st + t2
      let quintic = s2 * s2 + s2 * st + st * st + st * t2 + t2 * t2
      let septic =
        s2 * s2 * s2 + s2 * s2 * st + s2 * st * st + st * st * st + st * st * t2
        + st * t2 * t2 + t2 * t2 * t2
      let e2 = GroundMeasure.e2
      let series = 1 + e2 * (2 * cubic / 3 + e2 * (3 * quintic / 5 + e2 * 4 * septic / 7))
      return GroundMeasure.a * GroundMeasure.a * (1 - e2) * rise * series
    }
  }
}
