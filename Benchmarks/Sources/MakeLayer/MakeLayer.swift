import Geo
import Glibc
import Support

/// Writes the layer of 6,000 areas.
@main struct MakeLayer {
  static func main() throws {
    guard let path = CommandLine.arguments.dropFirst().first else {
      print("usage: MakeLayer FILE.gpkg")
      exit(64)
    }
    let areas = Tiling.areas()
    try writeAreas(areas, to: path, crs: .wgs84)
    let corners = areas.map { $0.polygons[0].exterior.count - 1 }.sorted()
    print(
      "\(areas.count) areas of \(corners[0]) to \(corners[corners.count - 1]) corners, median "
        + "\(corners[corners.count / 2])")
  }
}
