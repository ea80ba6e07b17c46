import Geo
import Glibc
import Support

/// Writes positions uniform within a layer's areas: in random order and along a Hilbert curve, in
/// columns for the joins and as text.
@main struct MakePoints {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 3, let count = Int(arguments[1]) else {
      print("usage: MakePoints LAYER COUNT PREFIX [csv]: writes PREFIX-random.x, .y and so on")
      exit(64)
    }
    let areas = try readAreas(arguments[0])
    var points = Points(count: count, in: try PolygonIndex(areas), of: areas)
    guard !arguments.contains("csv") else { return try writeText(points, arguments[2] + ".csv") }
    try points.write(to: arguments[2] + "-random")
    points.sort()
    try points.write(to: arguments[2] + "-sorted")
  }

  /// Numbers with as many digits as it takes to read the same ones again, 16 or 17 of them mostly.
  private static func writeText(_ points: Points, _ path: String) throws {
    guard let file = fopen(path, "w") else { throw FileError(path: path) }
    fputs("pid,x,y\n", file)
    for place in 0..<points.count {
      fputs("\(place),\(points.xs[place]),\(points.ys[place])\n", file)
    }
    guard fclose(file) == 0 else { throw FileError(path: path) }
  }
}
