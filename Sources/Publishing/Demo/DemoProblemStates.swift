import CampaignData
import Inspection

/// What became of the demo's problems before the planned day: reviewed and handed over on the day that
/// they were found, but for the last two, and most reported rectified later.
///
/// Nothing is drawn: all follows from a problem's identifier, so that the rest of the demo stays as it
/// is. None is verified yet.
struct DemoProblemStates {
  private let visits: [Visit]
  private let asOf: Moment

  /// Takes the visits that found something, by what is known when the demo plans.
  init(_ visits: [Visit]) {
    let day = CampaignData.rounds.round(DemoCampaign.round)?.firstDay
    let asOf = day.map { Moment($0 - 1, hour: 18) } ?? Moment(secondsSince1970: 0)
    self.visits = visits.filter {
      $0.outcome == "problem" && asOf.date - $0.visitedAt.date > 2 && $0.knownAt < asOf
    }
    self.asOf = asOf
  }

  /// The table of the steps to a state, as `hotspot import problems` reads it.
  func table(_ state: ProblemState) -> String {
    var table = InputTable(
      kind: "problems", columns: ["id", "state", "deadline", "known_at"])
    for visit in visits {
      guard let moment = moment(of: state, visit), moment <= asOf else { continue }
      let deadline = state == .handedOver ? deadline(of: visit, from: moment.date) : nil
      table.append([
        .text(visit.id + "-1"), .text(state.rawValue), .text(deadline?.description),
        .moment(moment),
      ])
    }
    return table.text
  }

  private func moment(of state: ProblemState, _ visit: Visit) -> Moment? {
    switch state {
    case .reviewed: return after(visit.knownAt, seconds: 1800)
    case .handedOver: return after(visit.knownAt, seconds: 3600)
    case .rectified:
      let number = visit.id.utf8.reduce(29) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
      guard number % 10 < 6 else { return nil }
      return after(visit.knownAt, seconds: 3600 + 86_400 * (4 + number / 10 % 20))
    case .open, .returned, .verified, .notVerified, .dismissed, .recurred: return nil
    }
  }

  private func deadline(of visit: Visit, from day: CalendarDate) -> CalendarDate {
    let severity = DemoProblem(of: visit, at: nil).severity
    return day + (DeadlineRule().days[severity] ?? DeadlineRule().otherwise)
  }

  private func after(_ moment: Moment, seconds: Int) -> Moment {
    Moment(secondsSince1970: moment.secondsSince1970 + Int64(seconds))
  }
}
