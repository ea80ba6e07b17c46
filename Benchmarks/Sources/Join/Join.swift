import Geo
import Glibc

/// Point-in-polygon over a layer: how many positions a core answers in a second.
@main struct Join {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first else {
      print("usage: Join FILE [COUNT]: a file of polygons and how many points to make")
      exit(64)
    }
    let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000_000
    let areas = try read(path)
    var clock = Clock()
    var index = try PolygonIndex(areas)
    for _ in 0..<4 { try clock.measure { index = try PolygonIndex(areas) } }
    print("areas \(areas.count)  build \(clock.cpu) CPU s  index \(index.byteCount / 1_000_000) MB")
    var points = Points(count: count, in: index, areas)
    measure(points, index, "random")
    points.sort()
    measure(points, index, "sorted")
  }

  private static func read(_ path: String) throws -> [MultiPolygon] {
    var reader = try VectorReader(path: path)
    var areas: [MultiPolygon] = []
    while let feature = try reader.next() {
      if case .area(let area) = feature.geometry { areas.append(area) }
    }
    return areas
  }

  private static func measure(_ points: Points, _ index: PolygonIndex, _ order: String) {
    var ids = [Int32](repeating: 0, count: points.xs.count)
    for threads in [1, 2] {
      var clock = Clock()
      for _ in 0..<8 {
        clock.measure {
          var span = ids.mutableSpan
          index.locate(xs: points.xs.span, ys: points.ys.span, into: &span, threads: threads)
        }
      }
      let millions = Double(ids.count) / 1e6
      print(
        "\(order)  threads \(threads)  \(Int(millions / clock.cpu)) M/core-s  "
          + "\(Int(millions / clock.wall)) M/s  checksum \(checksum(ids))")
    }
    var stream = Clock()
    for _ in 0..<8 {
      stream.measure {
        for place in ids.indices { ids[place] = points.xs[place] < points.ys[place] ? 1 : 0 }
      }
    }
    print("\(order)  memory stream  \(Int(Double(ids.count) / 1e6 / stream.cpu)) M/core-s")
  }

  private static func checksum(_ ids: [Int32]) -> UInt64 {
    ids.reduce(0) { $0 &* 31 &+ UInt64(bitPattern: Int64($1)) }
  }
}

/// The least time of several runs.
struct Clock {
  private(set) var cpu = Double.infinity
  private(set) var wall = Double.infinity

  mutating func measure(_ body: () throws -> Void) rethrows {
    let start = (Self.seconds(CLOCK_PROCESS_CPUTIME_ID), Self.seconds(CLOCK_MONOTONIC))
    try body()
    cpu = min(cpu, Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - start.0)
    wall = min(wall, Self.seconds(CLOCK_MONOTONIC) - start.1)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Positions uniform within the areas, from a seed.
struct Points {
  private(set) var xs: [Double] = []
  private(set) var ys: [Double] = []

  init(count: Int, in index: PolygonIndex, _ areas: [MultiPolygon]) {
    var box = Envelope.empty
    for area in areas { box.include(area.envelope) }
    var state: UInt64 = 42
    func uniform(_ low: Double, _ width: Double) -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
      return low + Double((bits ^ bits >> 31) >> 11) * 0x1p-53 * width
    }
    while xs.count < count, !box.isEmpty {
      let position = Coordinate(uniform(box.minX, box.width), uniform(box.minY, box.height))
      guard index.locate(position) != nil else { continue }
      xs.append(position.x)
      ys.append(position.y)
    }
  }

  /// Puts them along a Hilbert curve.
  mutating func sort() {
    let order = HilbertOrder.order(xs: xs, ys: ys)
    xs = order.map { [xs] in xs[Int($0)] }
    ys = order.map { [ys] in ys[Int($0)] }
  }
}
