internal import CampaignData
internal import Geo
internal import Inspection

/// Takes outcomes of verification, each of a problem that was handed over, or of a complaint.
struct RecheckCompletion: Completion {
  private let columns: ColumnAccess
  private var register: ProblemRegister

  init(_ match: HeadingMatch, _ register: ProblemRegister) {
    columns = ColumnAccess(match)
    self.register = register
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    let id = columns.text("problem_id", of: draft) ?? ""
    guard let result = columns.text("result", of: draft) else {
      throw columns.rejection("result", of: draft, "names no result")
    }
    guard let visitedAt = columns.moment("visited_at", of: draft) else {
      throw columns.rejection("visited_at", of: draft, "names no moment")
    }
    guard visitedAt <= draft.knownAt else {
      throw columns.rejection("visited_at", of: draft, "is after it was known, \(draft.knownAt)")
    }
    if id.hasPrefix(RecheckDue.complaintPrefix) {
      let complaint = String(id.dropFirst(RecheckDue.complaintPrefix.count))
      guard register.complaints.contains(complaint) else {
        throw columns.rejection("problem_id", of: draft, "there is no complaint \(complaint)")
      }
      return
    }
    let ledger = register.ledger(of: id)
    do throws(ProblemRefusal) {
      let recheck = try ledger.recheck(
        id, result: result, visitedAt: visitedAt, knownAt: draft.knownAt)
      register.take(recheck)
    } catch {
      let column = if case .unknown = error { "problem_id" } else { "result" }
      throw columns.rejection(column, of: draft, error.en)
    }
  }
}
