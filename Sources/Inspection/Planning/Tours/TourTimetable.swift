import CampaignData
import Geo
import Routing

/// Puts a route of a tour into a day with arrival times.
struct TourTimetable {
  let name: String
  let group: Int
  let teamID: String
  let ground: TourGround
  let settings: TourSettings

  /// A day in a city, which begins with the way from where the night was spent.
  func day(_ route: [Int], _ date: CalendarDate, in city: Int, from: Int?, drive: Int) -> TeamDay {
    let centre = ground.cities[city].centre
    let departure = Moment(date).adding(seconds: settings.plan.dayStart)
    var (clock, metres, place) = (drive, 0.0, centre)
    if let from, from != city {
      metres = greatCircleDistance(ground.cities[from].centre, centre) * settings.plan.detour
    }
    var stops: [Stop] = []
    for (number, index) in route.enumerated() {
      let target = ground.targets.target(at: index)
      let way = seconds(place, target.position)
      clock += way.seconds
      metres += way.metres
      stops.append(
        Stop(
          id: "\(name)-\(date)-\(teamID)-\(number + 1)", order: number + 1, target: target,
          basis: .risk, arrival: departure.adding(seconds: clock)))
      clock += settings.plan.serviceMinutes * 60
      place = target.position
    }
    if !route.isEmpty {
      let back = seconds(place, centre)
      clock += back.seconds
      metres += back.metres
    }
    return TeamDay(
      team: group, date: date, stops: stops, distance: metres, duration: clock,
      departure: departure)
  }

  /// The way between two places, by the rule that the solver goes by.
  private func seconds(_ from: Coordinate, _ to: Coordinate) -> (seconds: Int, metres: Double) {
    let metres = greatCircleDistance(from, to) * settings.plan.detour
    let hours = metres / 1000 / settings.plan.speedKMH
    return (Int((hours * 3600 - 1e-9).rounded(.up)), metres)
  }
}
