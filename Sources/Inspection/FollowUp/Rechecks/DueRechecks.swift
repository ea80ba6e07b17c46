public import CampaignData
import Geo

/// What is to be verified, as the facts of a moment have it.
///
/// A problem is due from the day after its deadline, or once the city reports it rectified; after a
/// verification that it did not pass, from the next week of verification. Complaints about air that
/// the locality settled lately, and nobody found true or untrue, are due too.
public struct DueRechecks: Sendable, Hashable {
  /// What is due or will be, by first day, then by identifier.
  public let all: [RecheckDue]
  /// Problems whose place nobody knows: no site and no position.
  public let withoutPlace: [RecheckDue]

  /// Reads facts, of which the newest versions count.
  public init(facts: Facts, asOf moment: Moment, rules: RecheckRules = RecheckRules()) {
    let places = RecheckPlaces(facts)
    var due = Self.problems(facts, places, moment)
    if rules.complaints > 0 {
      due += SettledComplaints(facts: facts, asOf: moment, days: rules.complaintDays).due(places)
    }
    let ordered = due.sorted { ($0.dueFrom, $0.id) < ($1.dueFrom, $1.id) }
    let sites = places
    all = ordered.filter { $0.position != nil || sites.isSite($0.target) }
    withoutPlace = ordered.filter { $0.position == nil && !sites.isSite($0.target) }
  }

  /// What is due by a day.
  public func due(by day: CalendarDate) -> [RecheckDue] { all.filter { $0.dueFrom <= day } }

  private static func problems(
    _ facts: Facts, _ places: RecheckPlaces, _ moment: Moment
  ) -> [RecheckDue] {
    let repeatAfter = CampaignData.settings.integer("verification_days") ?? 7
    return ProblemStanding.all(facts.problems, rechecks: facts.rechecks).compactMap { standing in
      guard standing.state.isOwed else { return nil }
      let problem = standing.problem
      let failed = standing.lastRecheck.map { $0.visitedAt.date + repeatAfter }
      let from: CalendarDate? =
        switch standing.state {
        case .handedOver: problem.deadline.map { $0 + 1 } ?? problem.handedOverAt?.date
        case .rectified: problem.knownAt.date
        case .notVerified, .recurred: failed ?? problem.knownAt.date
        case .open, .reviewed, .returned, .verified, .dismissed: nil
        }
      guard let from else { return nil }
      let place = places.place(ofVisit: problem.visitID, problem: problem.id)
      return RecheckDue(
        subject: .problem, id: problem.id, target: place.target, position: place.position,
        name: place.name, type: problem.type, state: standing.state, deadline: problem.deadline,
        dueFrom: from)
    }
  }
}
