import Glibc

/// Seconds from any node to any other, given as a matrix or a function, or computed from coordinates.
///
/// Times need not be symmetric. A time of ``unreachable`` or more means that there is no way.
public struct TravelTimes: Sendable {
  /// The time that stands for "no way": longer than any shift.
  public static let unreachable: Int32 = 1 << 29
  /// The mean radius of the Earth in metres (IUGG 1980, 2 a + b over 3).
  public static let earthRadius = 6_371_008.8

  enum Source: Sendable {
    case matrix([Int32])
    case sphere(SphericalTimes)
    case plane(PlanarTimes)
    case function(@Sendable (Int, Int) -> Int32)
  }

  let source: Source

  /// Whether the way back takes as long, whatever the nodes.
  var isSymmetric: Bool {
    switch source {
    case .matrix, .function: false
    case .sphere, .plane: true
    }
  }

  /// How many nodes there are.
  public let count: Int

  /// Takes times row by row: the time from `i` to `j` stands at `i * count + j`.
  /// - Throws: ``ProblemError`` for a wrong size or a negative time.
  public init(matrix: [Int32], count: Int) throws(ProblemError) {
    guard count >= 0, matrix.count == count * count else {
      throw .matrixSize(found: matrix.count, expected: count * count)
    }
    if let fault = matrix.firstIndex(where: { $0 < 0 }) {
      throw .negativeTravel(from: fault / count, to: fault % count, seconds: matrix[fault])
    }
    self.source = .matrix(matrix)
    self.count = count
  }

  /// Great-circle distance times `detour` at a speed, rounded up to whole seconds.
  ///
  /// The distance is the haversine's on a sphere of ``earthRadius``. Coordinates are degrees.
  /// - Throws: ``ProblemError`` for a coordinate off the globe or a factor that is not positive.
  public init(
    longitudes: [Double], latitudes: [Double], detour: Double, speedKMH: Double
  ) throws(ProblemError) {
    guard longitudes.count == latitudes.count else {
      throw .columnLengths(first: longitudes.count, second: latitudes.count)
    }
    for node in longitudes.indices
    where !(abs(longitudes[node]) <= 360 && abs(latitudes[node]) <= 90) {
      throw .coordinate(node: node)
    }
    guard detour > 0, detour.isFinite else { throw .factor(name: "detour", value: detour) }
    guard speedKMH > 0, speedKMH.isFinite else { throw .factor(name: "speedKMH", value: speedKMH) }
    self.source = .sphere(
      SphericalTimes(
        longitudes: longitudes, latitudes: latitudes, detour: detour, speedKMH: speedKMH))
    self.count = longitudes.count
  }

  /// Euclidean distance times `secondsPerUnit`, rounded up to whole seconds.
  ///
  /// A large `secondsPerUnit` (with shifts scaled alike) solves instances whose distances are not
  /// whole numbers: a tour then fits the scaled day only if it fits the real one.
  /// - Throws: ``ProblemError`` for a coordinate that is not finite or a scale that is not positive.
  public init(xs: [Double], ys: [Double], secondsPerUnit: Double) throws(ProblemError) {
    guard xs.count == ys.count else { throw .columnLengths(first: xs.count, second: ys.count) }
    for node in xs.indices where !(xs[node].isFinite && ys[node].isFinite) {
      throw .coordinate(node: node)
    }
    guard secondsPerUnit > 0, secondsPerUnit.isFinite else {
      throw .factor(name: "secondsPerUnit", value: secondsPerUnit)
    }
    self.source = .plane(PlanarTimes(xs: xs, ys: ys, scale: secondsPerUnit))
    self.count = xs.count
  }

  /// Asks a function for the time from one node to another, such as a road network's.
  ///
  /// It is called once or a few times for each pair, from several threads at once, and must answer
  /// the same each time. Answers below 0 count as 0, and from a node to itself nothing is asked.
  public init(count: Int, seconds: @escaping @Sendable (_ from: Int, _ to: Int) -> Int32) {
    self.source = .function(seconds)
    self.count = max(0, count)
  }

  /// The time between two nodes in O(1), at most ``unreachable``.
  public func seconds(from: Int, to: Int) -> Int32 {
    switch source {
    case .matrix(let times): min(times[from * count + to], Self.unreachable)
    case .sphere(let times): times.seconds(from: from, to: to)
    case .plane(let times): times.seconds(from: from, to: to)
    case .function(let seconds):
      from == to ? 0 : max(0, min(seconds(from, to), Self.unreachable))
    }
  }

  /// Whole seconds of a real time: up, but forgiving an excess of a nanosecond.
  static func wholeSeconds(_ time: Double) -> Int32 {
    let whole = (time - 1e-9).rounded(.up)
    return whole < Double(unreachable) ? max(0, Int32(whole)) : unreachable
  }
}
