internal import CampaignData
internal import Geo
internal import Inspection

/// Takes what cities report back of problems: a step that there is, of a problem that there is.
struct ProblemCompletion: Completion {
  private let columns: ColumnAccess
  private var register: ProblemRegister

  /// What only a verification says; a city cannot.
  private static let verified: Set<ProblemState> = [
    .verified, .notVerified, .dismissed, .recurred,
  ]

  init(_ match: HeadingMatch, _ register: ProblemRegister) {
    columns = ColumnAccess(match)
    self.register = register
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    let id = columns.text("id", of: draft) ?? ""
    let ledger = register.ledger(of: id)
    guard let history = ledger[id] else {
      throw columns.rejection("id", of: draft, ProblemRefusal.unknown(id).en)
    }
    guard let word = columns.text("state", of: draft), let state = ProblemState(stored: word) else {
      throw columns.rejection("state", of: draft, "names no state")
    }
    guard state == history.state || !Self.verified.contains(state) else {
      throw columns.rejection(
        "state", of: draft, "is for a team to find: import it as a recheck (核查)")
    }
    let deadline = columns.text("deadline", of: draft).flatMap { CalendarDate($0) }
    var version = history.problem
    if state != history.state {
      do throws(ProblemRefusal) {
        version = try history.step(
          to: state, at: draft.knownAt, deadline: deadline, note: columns.text("note", of: draft))
      } catch {
        throw columns.rejection("state", of: draft, error.en)
      }
      register.take(version)
    }
    set(version, of: &draft)
  }

  /// A version is the whole record: what a file leaves empty stays as it was.
  private func set(_ version: FoundProblem, of draft: inout Draft) {
    for (column, value) in zip(FoundProblem.columns, version.values) {
      switch column {
      case "type", "severity", "topic": columns.fill(column, value, of: &draft)
      default: columns.set(column, value, of: &draft)
      }
    }
  }
}
