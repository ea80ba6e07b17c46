public import Geo

/// Where one team was on one day, to tell what it cannot have done.
public enum TeamMovements {
  /// A place and the time at which a team reported from it.
  public struct Presence: Sendable, Hashable {
    /// Seconds since 1970.
    public var time: Int64
    /// Longitude and latitude, WGS-84.
    public var place: Coordinate

    /// Makes one.
    public init(time: Int64, place: Coordinate) {
      self.time = time
      self.place = place
    }
  }

  /// Pairs of reports between which the team would have had to go faster than anyone can in a
  /// straight line.
  ///
  /// Only reports that follow each other in time are compared: of a long impossible way one step is
  /// impossible too, or all steps are possible. Places nearer than `apart` never count, since times
  /// are rounded and a report may be sent from the car.
  ///
  /// - Parameters:
  ///   - presences: one team's day in any order.
  ///   - speed: metres a second.
  ///   - apart: metres.
  /// - Returns: pairs of indices, the earlier first.
  /// - Complexity: O(n log n) for n reports.
  public static func impossible(
    _ presences: [Presence], speed: Double, apart: Double
  ) -> [(first: Int, second: Int)] {
    let order = presences.indices.sorted {
      (presences[$0].time, presences[$0].place.x, presences[$0].place.y, $0)
        < (presences[$1].time, presences[$1].place.x, presences[$1].place.y, $1)
    }
    return zip(order, order.dropFirst()).compactMap { first, second in
      let (from, to) = (presences[first], presences[second])
      let metres = greatCircleDistance(from.place, to.place)
      guard metres > apart, metres > speed * Double(to.time - from.time) else { return nil }
      return (first, second)
    }
  }
}
