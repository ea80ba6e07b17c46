import Glibc

/// The shifts of Chinese web maps: WGS-84 to GCJ-02 to BD-09, and back.
///
/// Both forward formulas are fixed by the maps that use them. GCJ-02 moves a position by 447 to
/// 599 m in northern China, BD-09 by 1,145 to 1,376 m. Outside the box around China nothing moves.
enum ChinaDatum {
  /// Semi-major axis and squared eccentricity of the Krasovsky ellipsoid that the shift uses.
  private static let semiMajorAxis = 6_378_245.0
  private static let squaredEccentricity = 0.00669342162296594323

  /// The frequency in BD-09's wobble: pi times 3000/180, not pi, which is 32 m off.
  private static let wobble = Double.pi * 3000 / 180

  /// The box in which GCJ-02 differs from WGS-84.
  private static let box = Envelope(minX: 72.004, minY: 0.8293, maxX: 137.8347, maxY: 55.8271)

  static func gcj02(fromWGS84 position: Coordinate) -> Coordinate {
    guard box.contains(position) else { return position }
    let (east, north) = (position.x - 105, position.y - 35)
    let latitude = position.y * .pi / 180
    let w = 1 - squaredEccentricity * sin(latitude) * sin(latitude)
    let metresNorth = northShift(east, north)
    let metresEast = eastShift(east, north)
    let meridianRadius = semiMajorAxis * (1 - squaredEccentricity) / (w * w.squareRoot())
    let parallelRadius = semiMajorAxis / w.squareRoot() * cos(latitude)
    return Coordinate(
      position.x + metresEast / parallelRadius * 180 / .pi,
      position.y + metresNorth / meridianRadius * 180 / .pi)
  }

  static func wgs84(fromGCJ02 position: Coordinate) -> Coordinate {
    guard box.contains(position) else { return position }
    return inverted(position, from: position, gcj02(fromWGS84:))
  }

  static func bd09(fromGCJ02 position: Coordinate) -> Coordinate {
    guard box.contains(position) else { return position }
    let (x, y) = (position.x, position.y)
    let radius = (x * x + y * y).squareRoot() + 0.00002 * sin(y * wobble)
    let angle = atan2(y, x) + 0.000003 * cos(x * wobble)
    return Coordinate(radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006)
  }

  static func gcj02(fromBD09 position: Coordinate) -> Coordinate {
    guard box.contains(position) else { return position }
    let near = Coordinate(position.x - 0.0065, position.y - 0.006)
    return inverted(position, from: near, bd09(fromGCJ02:))
  }

  /// The position that a shift moves to a given one, by fixed-point iteration.
  ///
  /// The shifts change by less than a hundredth of the way, so each step gains two digits; 1e-12
  /// degrees is a tenth of a micrometre.
  private static func inverted(
    _ position: Coordinate, from start: Coordinate, _ shift: (Coordinate) -> Coordinate
  ) -> Coordinate {
    var guess = start
    for _ in 0..<30 {
      let image = shift(guess)
      let (dx, dy) = (position.x - image.x, position.y - image.y)
      guess.x += dx
      guess.y += dy
      if abs(dx) < 1e-12 && abs(dy) < 1e-12 { break }
    }
    return guess
  }

  /// Metres north that GCJ-02 moves a position, given in degrees from 105 E, 35 N.
  private static func northShift(_ x: Double, _ y: Double) -> Double {
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
      + waves(x, [(20, 6), (20, 2)])
      + waves(y, [(20, 1), (40, 1.0 / 3)])
      + waves(y, [(160, 1.0 / 12), (320, 1.0 / 30)])
  }

  /// Metres east that GCJ-02 moves a position, given in degrees from 105 E, 35 N.
  private static func eastShift(_ x: Double, _ y: Double) -> Double {
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
      + waves(x, [(20, 6), (20, 2)])
      + waves(x, [(20, 1), (40, 1.0 / 3)])
      + waves(x, [(150, 1.0 / 12), (300, 1.0 / 30)])
  }

  /// Two thirds of a sum of sines: amplitudes, and frequencies in half turns per degree.
  private static func waves(
    _ argument: Double, _ terms: [(amplitude: Double, frequency: Double)]
  ) -> Double {
    var sum = 0.0
    for term in terms { sum += term.amplitude * sin(term.frequency * argument * .pi) }
    return sum * 2 / 3
  }
}
