import Geo
import Glibc
import Support

/// Looks up a number of random points once, for counting instructions: everything else that it does
/// is the same for any number up to the limit, so the difference of two runs is the look-up alone.
@main struct Locate {
  private static let limit = 400_000

  static func main() throws {
    guard let count = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }),
      (0...limit).contains(count)
    else {
      print("usage: Locate COUNT, up to \(limit)")
      exit(64)
    }
    let areas = Tiling.areas()
    let index = try PolygonIndex(areas)
    let points = Points(count: limit, in: index, of: areas)
    var ids = [Int32](repeating: -2, count: limit)
    var span = ids.mutableSpan
    index.locate(
      xs: points.xs.span.extracting(0..<count), ys: points.ys.span, into: &span, threads: 1)
    print(ids[0])
  }
}
