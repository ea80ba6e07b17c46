import Foundation
import Geo
import Inspection

/// How a kind of routing engine is asked, and what its answers mean.
protocol RoadEngine: Sendable {
  /// Its name in settings and in `geometry_source`.
  var name: String { get }

  /// The request for times from some places to others.
  func matrixRequest(_ block: RoadBlock) -> WebRequest

  /// The times of an answer, row by row; a pair without a way has `nil`.
  func times(_ answer: WebAnswer, of block: RoadBlock) throws(RoadFault) -> [RoadTime?]

  /// The request for the way over some places.
  func pathRequest(_ places: [Coordinate]) -> WebRequest

  /// The way of an answer.
  func path(_ answer: WebAnswer) throws(RoadFault) -> RoadPath
}

extension RoadEngine {
  /// Asks for a block and waits for the answer.
  func ask(_ block: RoadBlock) throws(RoadFault) -> [RoadTime?] {
    let answer: WebAnswer
    do { answer = try matrixRequest(block).send() } catch { throw .silent(error) }
    return try times(answer, of: block)
  }
}

/// Places whose times to other places are asked for at once.
struct RoadBlock: Sendable, Hashable {
  var sources: [Coordinate]
  var targets: [Coordinate]
}

/// A time between two places, and how far the roads are where it begins and ends.
struct RoadTime: Sendable, Hashable {
  /// Seconds.
  var seconds: Double
  /// Metres from the places to the road that the engine took for them, the farther of both.
  var snap: Double

  /// Metres between two places not far from each other, good to a percent: what snapping and
  /// plausibility need, and as quick as a quarter of a million pairs a team ask for.
  static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
    let east = (b.x - a.x) * cos((a.y + b.y) / 2 * .pi / 180)
    let north = b.y - a.y
    return (east * east + north * north).squareRoot() * 111_195
  }
}

/// The kinds of engine that a setting may name.
enum RoadEngineKind: String, CaseIterable {
  /// Straight lines times the detour; no engine.
  case straight
  /// OSRM, or what answers like it.
  case osrm
  /// Valhalla.
  case valhalla

  /// The engine at an address; nil for straight lines.
  func engine(at address: String, timeout: Int) -> (any RoadEngine)? {
    var base = address[...]
    while base.last == "/" { base.removeLast() }
    return switch self {
    case .straight: nil
    case .osrm: OSRMEngine(address: String(base), timeout: timeout)
    case .valhalla: ValhallaEngine(address: String(base), timeout: timeout)
    }
  }
}
