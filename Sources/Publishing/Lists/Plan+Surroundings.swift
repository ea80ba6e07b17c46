import CampaignData
import Inspection

extension Plan {
  /// The teams' lists of a day as they are given out: a team's files hold that team only.
  ///
  /// The sites named near a search or patrol leave out those that another team visits in this plan.
  func ownLists(on date: CalendarDate) -> [TeamDay] {
    var teams: [String: Set<Int>] = [:]
    for day in teamDays {
      for stop in day.stops { teams[stop.target.id, default: []].insert(day.team) }
    }
    return day(date).map { day in
      var own = day
      for index in own.stops.indices where !own.stops[index].target.nearby.isEmpty {
        own.stops[index].target.nearby.removeAll { site in
          teams[site.siteID].map { $0 != [day.team] } ?? false
        }
      }
      return own
    }
  }
}
