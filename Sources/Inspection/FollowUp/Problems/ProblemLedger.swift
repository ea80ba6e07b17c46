public import CampaignData

/// All problems with their histories: a pure function of the versions kept.
///
/// A city keeps a ledger of what was handed to it (the plan of 2018, section 5.3); nothing in it is
/// ever replaced.
public struct ProblemLedger: Sendable {
  /// The problems, by identifier.
  public let histories: [ProblemHistory]
  private let places: [String: Int]

  /// Takes every version, in any order.
  public init(versions: [KeptFact<FoundProblem>], rechecks: [KeptFact<Recheck>]) {
    let checked = Dictionary(grouping: rechecks, by: \.fact.problemID)
    histories = Dictionary(grouping: versions, by: \.fact.id).sorted { $0.key < $1.key }
      .compactMap { ProblemHistory($0.value, rechecks: checked[$0.key] ?? []) }
    places = Dictionary(
      histories.enumerated().map { ($1.problem.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes versions of which nobody kept where they came from.
  public init(versions: [FoundProblem], rechecks: [Recheck] = []) {
    self.init(
      versions: versions.map { KeptFact($0, at: $0.knownAt) },
      rechecks: rechecks.map { KeptFact($0, at: $0.knownAt) })
  }

  /// The history of a problem; nil for an unknown identifier.
  public subscript(_ id: String) -> ProblemHistory? { places[id].map { histories[$0] } }

  /// The same as ``ProblemHistory/step(to:at:deadline:note:)``, of a problem by its identifier.
  public func step(
    _ id: String, to next: ProblemState, at moment: Moment, deadline: CalendarDate? = nil,
    note: String? = nil
  ) throws(ProblemRefusal) -> FoundProblem {
    guard let history = self[id] else { throw .unknown(id) }
    return try history.step(to: next, at: moment, deadline: deadline, note: note)
  }

  /// A verification of a problem.
  ///
  /// Throws ``ProblemRefusal`` for an unknown result, and for a problem that was not handed over by
  /// then or is settled.
  public func recheck(
    _ id: String, result: String, visitedAt: Moment, knownAt: Moment
  ) throws(ProblemRefusal) -> Recheck {
    guard let next = ProblemState(result: result) else { throw .unknownResult(id, result) }
    guard let history = self[id] else { throw .unknown(id) }
    guard history.state.mayBecome(next) else {
      throw .noSuchStep(id, from: history.state, to: next)
    }
    if let handed = history.problem.handedOverAt, visitedAt.date < handed.date {
      throw .tooEarly(id, at: visitedAt, last: handed)
    }
    return Recheck(problemID: id, visitedAt: visitedAt, result: result, knownAt: knownAt)
  }
}
