import CampaignData
import Geo
import Routing

/// Puts a solution's routes into days with arrival times.
struct Timetable {
  let team: Int
  let teamID: String
  let round: Int
  let base: Coordinate
  /// Indices of the targets that were put to the solver, by solver site.
  let offered: [Int]
  let targets: TargetList
  let travel: TravelTimes
  let timesSource: String
  let settings: PlanSettings
  /// Townships not yet visited in the round.
  let newTownships: Set<Int>
  /// Targets added by hand, with what was said about them.
  let tasks: [Int: String]
  /// Targets that the task plan brought in, with the reason.
  let asked: [Int: Reason]
  /// Targets with something to verify.
  let rechecks: [Int: RecheckOrder]
  /// Targets drawn by lot.
  let drawn: Set<Int>
  /// For every target: the probability with which the round's draw takes it; 0: none is known.
  let inclusion: [Double]

  /// One day a route, in the order of the dates.
  func days(routes: [[Int]], dates: [CalendarDate]) -> [TeamDay] {
    var stopsInTownship: [Int: Int] = [:]
    for site in routes.joined() {
      stopsInTownship[Int(targets.townships[offered[site]]), default: 0] += 1
    }
    return zip(routes, dates).map { route, date in
      day(route, date) { township in
        newTownships.contains(township) && stopsInTownship[township] == 1 ? .coverage : .risk
      }
    }
  }

  private func day(
    _ route: [Int], _ date: CalendarDate, basis: (Int) -> Basis
  ) -> TeamDay {
    let departure = Moment(
      secondsSince1970: Moment(date).secondsSince1970 + Int64(settings.dayStart))
    var node = offered.count
    var place = base
    var clock = 0
    var metres = 0.0
    var stops: [Stop] = []
    for (number, site) in route.enumerated() {
      clock += Int(travel.seconds(from: node, to: site))
      var target = targets.target(at: offered[site])
      let note = tasks[offered[site]]
      let recheck = rechecks[offered[site]]?.due(by: date) ?? []
      target.reasons.insert(contentsOf: recheck.map(Reason.recheck), at: 0)
      if let note { target.reasons.insert(.manual(note), at: 0) }
      if let reason = asked[offered[site]] { target.reasons.insert(reason, at: 0) }
      metres += Geodesic.distance(place, target.position) * settings.detour
      stops.append(
        Stop(
          id: "\(round)-\(date)-\(teamID)-\(number + 1)", order: number + 1, target: target,
          basis: note != nil
            ? .manual
            : drawn.contains(offered[site])
              ? .random : recheck.isEmpty ? basis(target.township) : .recheck,
          inclusionProbability: inclusion[offered[site]] > 0 ? inclusion[offered[site]] : nil,
          arrival: Moment(secondsSince1970: departure.secondsSince1970 + Int64(clock))))
      clock += settings.serviceMinutes * 60
      (node, place) = (site, target.position)
    }
    if !route.isEmpty {
      clock += Int(travel.seconds(from: node, to: offered.count))
      metres += Geodesic.distance(place, base) * settings.detour
    }
    return TeamDay(
      team: team, date: date, stops: stops, distance: metres, duration: clock,
      departure: departure, timesSource: timesSource)
  }
}
