import Foundation
import Routing

/// An instance of the inspection family: candidates by township, teams and days.
struct PlanningInstance: Decodable {
  struct Candidate: Decodable {
    var lon: Double
    var lat: Double
    var town: Int32
    var prize: Int64
  }

  struct Team: Decodable {
    var lon: Double
    var lat: Double
  }

  struct Township: Decodable { var id: String }

  var days: Int
  var maxVisits: Int
  var serviceS: Int32
  var dayS: Int32
  var speedKmh: Double
  var detour: Double
  var teams: [Team]
  var townships: [Township]
  var candidates: [Candidate]

  static func read(_ name: String) throws -> PlanningInstance {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let path = try ReferenceData.path("planning/instances/\(name).json")
    return try decoder.decode(
      PlanningInstance.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Every township asks for one visit; a shift is a day of a team.
  func problem() throws -> OrienteeringProblem {
    let travel = try TravelTimes(
      longitudes: candidates.map(\.lon) + teams.map(\.lon),
      latitudes: candidates.map(\.lat) + teams.map(\.lat), detour: detour, speedKMH: speedKmh)
    let shifts = teams.indices.flatMap { team in
      Array(
        repeating: OrienteeringProblem.Shift(
          start: candidates.count + team, end: candidates.count + team, maxVisits: maxVisits,
          maxDuration: dayS), count: days)
    }
    return try OrienteeringProblem(
      sites: candidates.map { .init(prize: $0.prize, service: serviceS, group: $0.town) },
      shifts: shifts, groupMinimum: [Int](repeating: 1, count: townships.count), travel: travel)
  }
}
