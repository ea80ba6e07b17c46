import CampaignData
import Geo
import Routing

/// One team's round in the solver's terms: the targets offered to it, its days, and what each visit
/// is worth on each day.
struct RoundProblem {
  /// Indices of the targets offered, by solver site; ascending.
  let offered: [Int]
  /// The days planned.
  let dates: [CalendarDate]
  /// For every day: the most visits.
  let limits: [Int]
  /// The longest day in seconds.
  let longestDay: Int32
  /// Seconds at a site.
  let service: Int32
  /// For every site: its chance in prizes.
  let prizes: [Int64]
  /// For every site: its group, a township not yet visited in the round; -1: none.
  let groups: [Int32]
  /// Townships not yet visited in the round, by group.
  let groupTownships: [Int]
  /// Groups that the last round left out.
  let overdue: Set<Int32>
  /// Sites that must be visited on a day, by place in `dates`: added by hand, or to be verified.
  var tasks: [Int: Int]
  /// The routes that verification alone would take, by day; empty without any.
  var verifying: [[Int]] = []
  /// Sites drawn by lot, visited on any day.
  let drawn: Set<Int>
  /// Sites that cannot be reached on the first day.
  let closed: Set<Int>
  /// For every day: sites that count first because of a warning; empty without one.
  let urgent: [Set<Int>]
  /// For every day: the sites that the earlier plan has there, in order.
  let earlier: [[Int]]
  /// What keeping a stop on its day is worth.
  let keeping: Int64
  /// Times between the sites, then the base.
  let travel: TravelTimes
  /// Who says how long the ways take.
  let timesSource: String

  /// A chance of one in prizes: fine enough that no two different chances are the same prize.
  static let prizeScale = 1e9
  /// What a site is worth beside its chance under a warning: no chance weighs against it.
  static let urgency = Int64(prizeScale)

  var base: Int { offered.count }

  /// The routes that the search starts from, by day.
  var start: [[Int]] { earlier.contains { !$0.isEmpty } ? earlier : verifying }

  /// True if some day has a rule of its own, which a plan of all days at once cannot keep.
  var hasRulesOfDays: Bool {
    !tasks.isEmpty || !closed.isEmpty || urgent.contains { !$0.isEmpty }
  }

  /// True if the way there and back leaves time for the visit.
  func isReachable(_ site: Int) -> Bool {
    let way =
      Int64(travel.seconds(from: base, to: site)) + Int64(travel.seconds(from: site, to: base))
    return way + Int64(service) <= Int64(longestDay)
  }

  /// Seconds on the road from the base over a day's stops and back.
  func road(_ route: [Int]) -> Int64 {
    var seconds: Int64 = 0
    var node = base
    for site in route + (route.isEmpty ? [] : [base]) {
      seconds += Int64(travel.seconds(from: node, to: site))
      node = site
    }
    return seconds
  }

  /// True if a day is long enough for the stops in their order.
  func isInTime(_ route: [Int]) -> Bool {
    road(route) + Int64(service) * Int64(route.count) <= Int64(longestDay)
  }

  /// What a visit is worth on a day.
  func worth(_ site: Int, on day: Int) -> Int64 {
    prizes[site] + (urgent[day].contains(site) ? Self.urgency : 0)
      + (earlier[day].contains(site) ? keeping : 0)
  }

  /// A day as a shift of the solver.
  func shift(_ day: Int) -> OrienteeringProblem.Shift {
    OrienteeringProblem.Shift(
      start: base, end: base, maxVisits: limits[day], maxDuration: longestDay)
  }
}
