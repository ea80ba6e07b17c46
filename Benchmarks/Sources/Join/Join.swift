import Geo
import Glibc
import Support

/// Which area holds each point: one record of times, for `scripts/bench`.
@main struct Join {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 4, let threads = Int(arguments[2]), let runs = Int(arguments[3]) else {
      print("usage: Join LAYER POINTS THREADS RUNS; 0 threads measure the memory alone")
      exit(64)
    }
    let points = try Points(reading: arguments[1])
    var ids = [Int32](repeating: 0, count: points.count)
    guard threads > 0 else { return stream(points, &ids, runs: runs) }
    let areas = try readAreas(arguments[0])
    var index = try PolygonIndex(areas)
    var build = Clock()
    for _ in 0..<runs { try build.measure { index = try PolygonIndex(areas) } }
    var clock = Clock()
    for _ in 0..<runs {
      clock.measure {
        var span = ids.mutableSpan
        index.locate(xs: points.xs.span, ys: points.ys.span, into: &span, threads: threads)
      }
    }
    print(
      "hotspot", threads, runs, build.cpu, clock.cpu, clock.wall, Clock.peakMegabytes,
      ids.count { $0 >= 0 }, checksum(ids), index.byteCount / 1_000_000, separator: ",")
  }

  /// What no join can beat: 16 bytes read, a cell's number by arithmetic, 4 bytes written.
  private static func stream(_ points: Points, _ ids: inout [Int32], runs: Int) {
    var clock = Clock()
    for _ in 0..<runs {
      clock.measure {
        ids.withUnsafeMutableBufferPointer { ids in
          points.xs.withUnsafeBufferPointer { xs in
            points.ys.withUnsafeBufferPointer { ys in fill(ids, xs, ys) }
          }
        }
      }
    }
    print(
      "memory stream", 1, runs, 0, clock.cpu, clock.wall, Clock.peakMegabytes, 0, 0, 0,
      separator: ",")
    // Read, so that nobody may leave the loop out.
    guard checksum(ids) != 1 else { return print() }
  }

  private static func fill(
    _ ids: UnsafeMutableBufferPointer<Int32>, _ xs: UnsafeBufferPointer<Double>,
    _ ys: UnsafeBufferPointer<Double>
  ) {
    for place in 0..<min(ids.count, xs.count, ys.count) {
      // Adding 1.5 * 2^52 leaves the rounded number in the low bits.
      let column = Int32(truncatingIfNeeded: (xs[place] * 100 + 0x1.8p52).bitPattern)
      let row = Int32(truncatingIfNeeded: (ys[place] * 100 + 0x1.8p52).bitPattern)
      ids[place] = row &* 2048 &+ column
    }
  }

  /// The sum of each id times its place, both from 1.
  private static func checksum(_ ids: [Int32]) -> UInt64 {
    var sum: UInt64 = 0
    for place in ids.indices {
      sum &+= UInt64(bitPattern: Int64(ids[place]) + 1) &* UInt64(place + 1)
    }
    return sum
  }
}
