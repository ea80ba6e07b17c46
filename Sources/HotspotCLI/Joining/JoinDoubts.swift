import Geo
import Terminal

/// Looks whether the numbers of points and polygons can mean the same at all: the first points that
/// lie in no polygon, as long as none lies in one.
struct JoinDoubts: Sendable, Hashable {
  private var sample: [Coordinate] = []
  private var isSettled = false

  private static let sampleSize = 200

  /// Looks at located points; NaN positions do not count.
  mutating func look(at xs: Span<Double>, _ ys: Span<Double>, areas: Span<Int32>) {
    guard !isSettled else { return }
    for place in xs.indices {
      if areas[place] >= 0 {
        isSettled = true
        sample = []
        return
      }
      let position = Coordinate(xs[place], ys[place])
      if position.isFinite, sample.count < Self.sampleSize { sample.append(position) }
    }
  }

  /// Throws if no point lay in a polygon and the reason is plain.
  func check(_ layer: AreaLayer) throws {
    guard !isSettled, let first = sample.first else { return }
    let swapped = sample.filter { layer.index.locate(Coordinate($0.y, $0.x)) != nil }
    if swapped.count * 2 > sample.count {
      throw Self.failure(
        "longitude and latitude look swapped: found \(first.x), \(first.y)",
        "Name the columns the right way with --lon and --lat.")
    }
    let fitsDegrees = sample.allSatisfy { abs($0.x) <= 180 && abs($0.y) <= 90 }
    guard let isGeographic = layer.reference?.isGeographic else { return }
    if isGeographic, sample.allSatisfy({ abs($0.x) > 360 || abs($0.y) > 360 }) {
      throw Self.failure(
        "the polygons are in degrees, the points look like metres: found \(first.x), \(first.y)",
        "Say what the points are in with --from EPSG:n.")
    }
    if !isGeographic, fitsDegrees {
      throw Self.failure(
        "the polygons are in metres, the points look like degrees: found \(first.x), \(first.y)",
        "Say what the points are in with --from wgs84 or --from EPSG:n.")
    }
  }

  private static func failure(_ message: String, _ hint: String) -> CommandFailure {
    CommandFailure(
      status: .badData, message: "no point lies in a polygon; " + message, hint: hint)
  }
}
