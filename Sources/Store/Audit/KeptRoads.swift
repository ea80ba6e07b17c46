internal import Foundation
internal import Geo
internal import Inspection

/// Driving times as they were kept, without an engine: to repeat a plan.
struct KeptRoads: RoadNetwork {
  /// The folder of the teams' files.
  let folder: String
  let name: String

  func drivingTimes(team: String, places: [Coordinate]) -> DrivingTimes? {
    let path = "\(folder)/\(RoadService.fileName(team))"
    guard let data = FileManager.default.contents(atPath: path),
      let end = data.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let title = String(decoding: data[..<end], as: UTF8.self)
    let content = RoadCache(path: path, origin: String(title.dropFirst("hotspot roads 1 ".count)))
      .read()
    let wanted = places.map { RoadPlace($0) }
    guard Set(wanted).isSubset(of: content.places) else { return nil }
    return RoadService.select(wanted, from: content)
  }
}
