internal import CampaignData
internal import Inspection

/// The problems known while a file is read, the file's own steps included.
struct ProblemRegister {
  private var problems: [String: FoundProblem]
  private var rechecks: [String: [Recheck]]
  /// Identifiers of complaints, whose results are verified too.
  let complaints: Set<String>

  init(_ transaction: inout WorkspaceTransaction) throws {
    problems = Dictionary(
      try transaction.newest(FoundProblem.self).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    rechecks = Dictionary(grouping: try transaction.newest(Recheck.self), by: \.problemID)
    complaints = Set(try transaction.newest(Complaint.self).map(\.id))
  }

  /// How a problem stands; nil for an unknown identifier.
  func ledger(of id: String) -> ProblemLedger {
    ProblemLedger(
      versions: problems[id].map { [$0] } ?? [], rechecks: rechecks[id] ?? [])
  }

  /// Takes a step that was accepted.
  mutating func take(_ version: FoundProblem) { problems[version.id] = version }

  /// Takes a verification that was accepted.
  mutating func take(_ recheck: Recheck) {
    rechecks[recheck.problemID, default: []].append(recheck)
  }
}
