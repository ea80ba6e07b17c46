public import Geo

/// Seconds by car from any of some places to any other.
public struct DrivingTimes: Sendable, Hashable {
  /// The value that means that there is no way.
  public static let noWay = Int32.max

  /// How many places there are.
  public let count: Int
  /// The times row by row: from place `i` to place `j` at `i * count + j`.
  public let seconds: [Int32]

  /// Takes times row by row; `seconds` holds `count` times `count` of them, none negative.
  public init(count: Int, seconds: [Int32]) {
    precondition(seconds.count == count * count, "a time from every place to every place")
    self.count = count
    self.seconds = seconds
  }

  /// The time between two places; `noWay` if there is none.
  public func seconds(from: Int, to: Int) -> Int32 { seconds[from * count + to] }
}

/// Who knows driving times, as a routing engine with a road network.
///
/// The planner asks once for each team, from several threads. A plan is a pure function of what is
/// answered, so an implementation has to give the same answer to the same question.
public protocol RoadNetwork: Sendable {
  /// Its name, as in `valhalla`.
  var name: String { get }

  /// Times between places (WGS-84), the base last; nil if none can be had: straight lines then
  /// count.
  func drivingTimes(team: String, places: [Coordinate]) -> DrivingTimes?
}
