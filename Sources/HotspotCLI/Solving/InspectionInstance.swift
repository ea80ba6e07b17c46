import Foundation
import Routing
import Terminal

/// An instance of the inspection family: candidates by township, teams and their days.
struct InspectionInstance {
  private struct Place: Decodable {
    var id: InstanceName?
    var lon: Double?
    var lat: Double?
  }

  private struct Candidate: Decodable {
    var id: InstanceName?
    var lon: Double
    var lat: Double
    var town: Int
    var prize: Double
  }

  private struct Content: Decodable {
    var days: Int
    var max_visits: Int
    var service_s: Int
    var day_s: Int
    var speed_kmh: Double
    var detour: Double
    var teams: [Place]
    var townships: [Place]
    var candidates: [Candidate]
  }

  private let path: String
  private let content: Content

  /// The most shifts, and the longest time in seconds.
  private static let most = (shifts: 100_000, seconds: 1 << 28)

  /// Reads the JSON and checks every value.
  init(_ data: Data, path: String) throws {
    self.path = path
    do {
      content = try JSONDecoder().decode(Content.self, from: data)
    } catch let error as DecodingError {
      let fault = JSONFault(error, in: data)
      throw CommandFailure(
        status: .badData, message: fault.message, file: path, row: fault.row,
        hint: "Give days, max_visits, service_s, day_s, speed_kmh, detour, teams, townships and"
          + " candidates (id, lon, lat, town, prize).")
    }
    try checkLimits()
    try checkPlaces()
  }

  private func fault(_ found: String, row: Int? = nil, expected: String) -> CommandFailure {
    CommandFailure(
      status: .badData, message: "\(found), expected \(expected)", file: path,
      row: row.map { $0 + 1 }, hint: "Correct the instance.")
  }

  private func checkLimits() throws {
    let counts = [
      ("days", content.days, Self.most.shifts), ("max_visits", content.max_visits, 1 << 20),
      ("service_s", content.service_s, Self.most.seconds),
      ("day_s", content.day_s, Self.most.seconds),
    ]
    for (name, value, most) in counts where !(0...most).contains(value) {
      throw fault("\(name) is \(value)", expected: "a whole number from 0 to \(most)")
    }
    for (name, value) in [("speed_kmh", content.speed_kmh), ("detour", content.detour)]
    where !(value > 0 && value < 1e9) {
      throw fault("\(name) is \(value)", expected: "a number above 0")
    }
    guard content.days * content.teams.count <= Self.most.shifts else {
      throw fault(
        "\(content.teams.count) teams of \(content.days) days",
        expected: "at most \(Self.most.shifts) days in all")
    }
  }

  private func checkPlaces() throws {
    try checkNames("teams", content.teams.map(\.id))
    try checkNames("candidates", content.candidates.map(\.id))
    for (row, candidate) in content.candidates.enumerated() {
      guard Self.isOnGlobe(candidate.lon, candidate.lat) else {
        throw fault(
          "candidate at \(candidate.lon), \(candidate.lat)", row: row,
          expected: "lon from -180 to 180 and lat from -90 to 90")
      }
      guard content.townships.indices.contains(candidate.town) else {
        throw fault(
          "town is \(candidate.town)", row: row,
          expected: content.townships.isEmpty
            ? "townships" : "an index of townships, 0 to \(content.townships.count - 1)")
      }
    }
  }

  private func checkNames(_ list: String, _ names: [InstanceName?]) throws {
    var first: [InstanceName: Int] = [:]
    for (row, name) in names.enumerated() {
      guard let name else { continue }
      if let before = first.updateValue(row, forKey: name) {
        throw fault(
          "\(list): id \(name) is that of row \(before + 1) too", row: row,
          expected: "an id of its own")
      }
    }
  }

  private static func isOnGlobe(_ lon: Double?, _ lat: Double?) -> Bool {
    guard let lon, let lat else { return false }
    return abs(lon) <= 180 && abs(lat) <= 90
  }

  /// The problem: a township asks for one visit, a shift is a day of a team that has a base.
  func solvable(_ record: inout AnalysisRecord) throws -> SolvableInstance {
    let based = content.teams.indices.filter {
      Self.isOnGlobe(content.teams[$0].lon, content.teams[$0].lat)
    }
    for team in content.teams.indices where !based.contains(team) {
      record.warn(
        "no_base", zh: "第 \(team + 1) 组没有驻地坐标，不安排。",
        en: "Team \(name(team)) has no base: it is planned no day. Give its lon and lat.")
    }
    let sites = content.candidates
    let prizes = try SolvableInstance.whole(sites.map(\.prize), file: path)
    let bases = based.map { content.teams[$0] }
    let travel = try TravelTimes(
      longitudes: sites.map(\.lon) + bases.compactMap(\.lon),
      latitudes: sites.map(\.lat) + bases.compactMap(\.lat), detour: content.detour,
      speedKMH: content.speed_kmh)
    let shifts = based.indices.flatMap { base in
      Array(
        repeating: OrienteeringProblem.Shift(
          start: sites.count + base, end: sites.count + base, maxVisits: content.max_visits,
          maxDuration: Int32(content.day_s)), count: content.days)
    }
    let problem = try OrienteeringProblem(
      sites: sites.indices.map {
        .init(
          prize: prizes.prizes[$0], service: Int32(content.service_s),
          group: Int32(sites[$0].town))
      }, shifts: shifts, groupMinimum: [Int](repeating: 1, count: content.townships.count),
      travel: travel)
    return SolvableInstance(
      problem: problem,
      trips: based.flatMap { team in
        (0..<content.days).map { .init(team: name(team), day: $0) }
      }, stops: sites.enumerated().map { $1.id ?? .number($0) },
      groups: content.townships.enumerated().map { $1.id ?? .number($0) }, prizeScale: prizes.scale)
  }

  private func name(_ team: Int) -> InstanceName { content.teams[team].id ?? .number(team) }
}
