import Foundation
import Geo
import Inspection

/// The parts of OSRM's answers that are read; Valhalla gives routes in the same form.
///
/// Source: OSRM's HTTP API, services `table` and `route`, version 1.
enum OSRMAnswer {
  /// An answer of the service `table`.
  struct Table: Decodable {
    var durations: [[Double?]]
    var sources: [Waypoint]
    var destinations: [Waypoint]
  }

  /// A place as the engine moved it to a road.
  struct Waypoint: Decodable {
    /// Metres from the place to the road; not every version says so.
    var distance: Double?
  }

  /// An answer of the service `route`.
  struct Routes: Decodable {
    struct Route: Decodable {
      struct Line: Decodable {
        var coordinates: [[Double]]
      }
      var distance: Double
      var geometry: Line
    }
    var routes: [Route]
  }

  /// A refusal.
  struct Refusal: Decodable {
    var code: String
    var message: String?
  }

  /// Reads JSON of an answer.
  static func decode<Value: Decodable>(
    _ type: Value.Type, _ body: [UInt8]
  ) throws(RoadFault) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(body))
    } catch {
      throw .unreadable("\(body.count) bytes that are no answer of this engine")
    }
  }

  /// The way of an answer of `route`; `source` is the engine's name.
  static func path(_ answer: WebAnswer, source: String) throws(RoadFault) -> RoadPath {
    try check(answer)
    guard let route = try decode(Routes.self, answer.body).routes.first else {
      throw .unreadable("no route in it")
    }
    let line = route.geometry.coordinates
    guard line.count > 1, line.allSatisfy({ $0.count >= 2 }) else {
      throw .unreadable("a route without a line")
    }
    return RoadPath(
      coordinates: line.map { Coordinate($0[0], $0[1]) }, distance: route.distance, source: source)
  }

  /// Throws what a refusal says.
  static func check(_ answer: WebAnswer) throws(RoadFault) {
    guard answer.status >= 400 else { return }
    guard let refusal = try? JSONDecoder().decode(Refusal.self, from: Data(answer.body)) else {
      throw .refused(status: answer.status, words: "without a reason")
    }
    if ["NoSegment", "NoRoute", "NoTable"].contains(refusal.code) { throw .placeRefused }
    let advice = refusal.code == "TooBig" ? "; lower road_block in hotspot.yaml" : ""
    throw .refused(
      status: answer.status, words: "\(refusal.code) \(refusal.message ?? "")" + advice)
  }
}
