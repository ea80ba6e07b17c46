public import CampaignData

/// What happened to one problem, from the first report on.
public struct ProblemHistory: Sendable, Hashable {
  /// The newest version of its record.
  public let problem: FoundProblem
  /// Everything that happened, oldest first.
  public let events: [ProblemEvent]
  /// Where it stands: the last step that there is.
  public let state: ProblemState
  /// The last verification.
  public let lastRecheck: Recheck?

  /// Orders versions and verifications of one problem and walks through them.
  ///
  /// Steps that are not in `problem_transitions.csv` are marked and lead nowhere; another version in
  /// the same state corrects the record. Nil without a version.
  init?(_ versions: [KeptFact<FoundProblem>], rechecks: [KeptFact<Recheck>]) {
    guard let newest = versions.max(by: Self.precedes) else { return nil }
    problem = newest.fact
    lastRecheck = rechecks.map(\.fact).max { $0.visitedAt < $1.visitedAt }
    var events = versions.sorted(by: Self.precedes).map { version in
      ProblemEvent(
        at: version.fact.knownAt, state: ProblemState(stored: version.fact.state) ?? .open,
        version: version.fact, from: version.importedFrom,
        isAllowed: ProblemState(stored: version.fact.state) != nil)
    }
    for recheck in rechecks.sorted(by: { $0.fact.knownAt < $1.fact.knownAt }) {
      let place = events.firstIndex { $0.at > recheck.fact.knownAt } ?? events.count
      let state = ProblemState(result: recheck.fact.result)
      events.insert(
        ProblemEvent(
          at: recheck.fact.knownAt, state: state ?? .notVerified, recheck: recheck.fact,
          from: recheck.importedFrom, isAllowed: state != nil), at: place)
    }
    var state: ProblemState?
    for index in events.indices where events[index].isAllowed {
      let next = events[index].state
      let isStart = state == nil && events[index].version != nil
      let isSame = state == next && events[index].version != nil
      guard isStart || isSame || state?.mayBecome(next) == true else {
        events[index].isAllowed = false
        continue
      }
      state = next
    }
    self.events = events
    self.state = state ?? .open
  }

  /// True if the deadline has passed on a day and nobody has said that it was put right.
  public func isOverdue(on day: CalendarDate) -> Bool {
    guard let deadline = problem.deadline, deadline < day else { return false }
    return state == .handedOver || state == .notVerified || state == .recurred
  }

  /// The next version of the record.
  ///
  /// Throws ``ProblemRefusal`` for a step that there is not, without what it needs, or earlier than
  /// what is known.
  public func step(
    to next: ProblemState, at moment: Moment, deadline: CalendarDate? = nil, note: String? = nil
  ) throws(ProblemRefusal) -> FoundProblem {
    guard let transition = state.transition(to: next) else {
      throw .noSuchStep(problem.id, from: state, to: next)
    }
    if let last = events.last(where: \.isAllowed)?.at, moment < last {
      throw .tooEarly(problem.id, at: moment, last: last)
    }
    var version = problem
    version.state = next.rawValue
    version.note = note
    version.knownAt = moment
    if next == .handedOver {
      version.handedOverAt = moment
      version.deadline = deadline ?? problem.deadline
    }
    switch transition.need {
    case .reason: guard note?.isEmpty == false else { throw .noReason(problem.id) }
    case .deadline:
      guard let day = version.deadline else { throw .noDeadline(problem.id) }
      guard day >= moment.date else {
        throw .deadlineTooEarly(problem.id, deadline: day, handedOver: moment.date)
      }
    case nil: break
    }
    return version
  }

  private static func precedes(
    _ one: KeptFact<FoundProblem>, _ other: KeptFact<FoundProblem>
  ) -> Bool {
    (one.fact.knownAt, one.importedAt) < (other.fact.knownAt, other.importedAt)
  }
}
