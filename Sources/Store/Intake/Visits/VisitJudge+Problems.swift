internal import CampaignData
internal import Geo
internal import Inspection

extension VisitJudge {
  /// The problem that a record describes; nil if it describes none.
  func problem(_ draft: Draft) -> ReportedProblem? {
    let problem = ReportedProblem(
      type: columns.text("type", of: draft), severity: columns.text("severity", of: draft),
      topic: columns.text("topic", of: draft), state: columns.text("state", of: draft),
      handedOverAt: columns.moment("handed_over_at", of: draft),
      deadline: columns.text("deadline", of: draft).flatMap { CalendarDate($0) })
    return problem == ReportedProblem() ? nil : problem
  }

  /// The problems of a row, checked against the visit's time.
  mutating func problems(
    _ draft: Draft, _ visitedAt: Moment, _ further: [ReportedProblem],
    _ marks: inout [VisitDoubt]
  ) throws(Rejection) -> [ReportedProblem] {
    let all = [problem(draft)].compactMap(\.self) + further
    for problem in all { try check(problem, draft, visitedAt) }
    let claims = columns.text("outcome", of: draft) == "problem"
    if !claims, let type = all.compactMap(\.type).first {
      marks.append(doubt("type_without_problem", draft, "type", found: type))
    }
    return all.isEmpty && claims ? [ReportedProblem()] : all
  }

  /// Throws where a problem was handed over, due or closed before it was found.
  private mutating func check(
    _ problem: ReportedProblem, _ draft: Draft, _ visitedAt: Moment
  ) throws(Rejection) {
    let visitDay = "not before \(visitedAt.date)"
    if let handed = problem.handedOverAt {
      // A day without a time of day is the whole day.
      let isEarlier =
        handed.secondOfDay == 0 || visitedAt.secondOfDay == 0
        ? handed.date < visitedAt.date : handed < visitedAt
      if isEarlier {
        throw reject("handed_over_early", draft, "handed_over_at", expected: visitDay)
      }
      if handed > draft.knownAt {
        throw reject(
          "handed_over_future", draft, "handed_over_at", expected: "not after \(draft.knownAt)")
      }
    }
    if let deadline = problem.deadline, deadline < visitedAt.date {
      throw reject("deadline_early", draft, "deadline", expected: visitDay)
    }
    let isClosed = problem.state == "rectified" || problem.state == "verified"
    if isClosed, problem.handedOverAt == nil {
      throw reject("closed_early", draft, "state", expected: "the time of the hand-over")
    }
  }
}
