internal import CampaignData

/// Where two reports of one visit contradict each other.
public struct ReportConflict: Sendable, Hashable {
  /// What they contradict each other in; the words are those of the vocabulary `report_conflict`.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Different outcomes: one says problem, the other none.
    case outcome
    /// The same type of problem with different severities.
    case severity
    /// The same visit at times farther apart than the setting allows.
    case time
  }

  /// What they contradict each other in.
  public var kind: Kind
  /// The visit.
  public var visitID: String
  /// The report whose word the visit takes.
  public var taken: FieldReport
  /// The report that says something else.
  public var other: FieldReport
  /// What each of them says, as stored.
  public var said: (taken: String, other: String) { (text(taken), text(other)) }

  private func text(_ report: FieldReport) -> String {
    switch kind {
    case .outcome: report.outcome
    case .time: report.visitedAt.description
    case .severity:
      report.problems.compactMap { problem in
        problem.severity.map { "\(problem.type ?? "") \($0)" }
      }.joined(separator: ", ")
    }
  }

  /// What is different, in Chinese and English.
  public var words: (zh: String, en: String) {
    let term = CampaignData.vocabulary(named: "report_conflict")?.term(key: kind.rawValue)
    return (term?.zh ?? kind.rawValue, term?.en ?? kind.rawValue)
  }
}
