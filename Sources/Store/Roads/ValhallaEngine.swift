import Foundation
import Geo
import Inspection

/// The HTTP interface of Valhalla (`sources_to_targets` and `route`).
///
/// The matrix is asked for in Valhalla's own form: only there each pair says which roads it begins
/// and ends at. A place on a small piece of road that leads nowhere is moved to the next network
/// (in 3.5, one 15 km away was), which the form of OSRM hides.
struct ValhallaEngine: RoadEngine {
  let name = RoadEngineKind.valhalla.rawValue
  let address: String
  let timeout: Int

  func matrixRequest(_ block: RoadBlock) -> WebRequest {
    WebRequest(
      address + "/sources_to_targets",
      json: #"{"sources":"# + Self.list(block.sources) + #","targets":"#
        + Self.list(block.targets) + #","costing":"auto"}"#,
      timeout: timeout)
  }

  func times(_ answer: WebAnswer, of block: RoadBlock) throws(RoadFault) -> [RoadTime?] {
    try Self.check(answer)
    let matrix = try OSRMAnswer.decode(Matrix.self, answer.body).pairs
    let (rows, columns) = (block.sources.count, block.targets.count)
    guard matrix.count == rows, matrix.allSatisfy({ $0.count == columns }) else {
      throw .unreadable("not \(rows) rows of \(columns) times")
    }
    var times: [RoadTime?] = []
    for (row, pairs) in matrix.enumerated() {
      for (column, pair) in pairs.enumerated() {
        times.append(pair.time(from: block.sources[row], to: block.targets[column]))
      }
    }
    return times
  }

  func pathRequest(_ places: [Coordinate]) -> WebRequest {
    WebRequest(
      address + "/route",
      json: #"{"locations":"# + Self.list(places)
        + #","costing":"auto","format":"osrm","shape_format":"geojson","directions_type":"none"}"#,
      timeout: timeout)
  }

  func path(_ answer: WebAnswer) throws(RoadFault) -> RoadPath {
    try OSRMAnswer.path(answer, source: name)
  }

  private static func list(_ places: [Coordinate]) -> String {
    "[" + places.map { #"{"lat":\#($0.y),"lon":\#($0.x)}"# }.joined(separator: ",") + "]"
  }

  private static func check(_ answer: WebAnswer) throws(RoadFault) {
    guard answer.status >= 400 else { return }
    guard let refusal = try? JSONDecoder().decode(Refusal.self, from: Data(answer.body)) else {
      throw .refused(status: answer.status, words: "without a reason")
    }
    // 171: no road near a place; 154: farther than the engine looks; 442: no way.
    if [154, 171, 442].contains(refusal.code) { throw .placeRefused }
    let advice = refusal.code == 150 ? "; lower road_block in hotspot.yaml" : ""
    throw .refused(status: answer.status, words: refusal.words + advice)
  }

  /// An answer of `sources_to_targets`.
  private struct Matrix: Decodable {
    var pairs: [[Pair]]

    enum CodingKeys: String, CodingKey {
      case pairs = "sources_to_targets"
    }
  }

  private struct Pair: Decodable {
    var time: Double?
    var beginLatitude: Double?
    var beginLongitude: Double?
    var endLatitude: Double?
    var endLongitude: Double?

    enum CodingKeys: String, CodingKey {
      case time
      case beginLatitude = "begin_lat"
      case beginLongitude = "begin_lon"
      case endLatitude = "end_lat"
      case endLongitude = "end_lon"
    }

    func time(from source: Coordinate, to target: Coordinate) -> RoadTime? {
      time.map {
        RoadTime(
          seconds: $0,
          snap: max(
            Self.snap(source, beginLongitude, beginLatitude),
            Self.snap(target, endLongitude, endLatitude)))
      }
    }

    /// Metres; 0 where the engine does not say, as for a place and itself.
    private static func snap(_ place: Coordinate, _ lon: Double?, _ lat: Double?) -> Double {
      guard let lon, let lat else { return 0 }
      return RoadTime.distance(place, Coordinate(lon, lat))
    }
  }

  private struct Refusal: Decodable {
    var code: Int
    var words: String

    enum CodingKeys: String, CodingKey {
      case code = "error_code"
      case words = "error"
    }
  }
}
