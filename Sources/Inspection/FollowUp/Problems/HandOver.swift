public import CampaignData

/// The hand-over 交办 of problems to local governments, each day after review (the plan of 2018,
/// section 5.3).
public enum HandOver {
  /// The new versions of what is reviewed and not handed over yet.
  ///
  /// Throws what ``ProblemHistory/step(to:at:deadline:note:)`` throws.
  /// - Parameter isIncluded: which problems are handed over; all if nobody says.
  public static func versions(
    of ledger: ProblemLedger, at moment: Moment, deadlines: DeadlineRule,
    where isIncluded: (ProblemHistory) -> Bool = { _ in true }
  ) throws(ProblemRefusal) -> [FoundProblem] {
    var versions: [FoundProblem] = []
    for history in ledger.histories where history.state == .reviewed && isIncluded(history) {
      let deadline = deadlines.deadline(of: history.problem, handedOver: moment.date)
      versions.append(try history.step(to: .handedOver, at: moment, deadline: deadline))
    }
    return versions
  }

  /// What was handed over on a day: each problem as it was handed over, by identifier.
  public static func handedOver(on day: CalendarDate, in ledger: ProblemLedger) -> [FoundProblem] {
    ledger.histories.compactMap { history in
      history.events.first { event in
        event.isAllowed && event.state == .handedOver && event.version?.handedOverAt?.date == day
      }?.version
    }
  }
}
