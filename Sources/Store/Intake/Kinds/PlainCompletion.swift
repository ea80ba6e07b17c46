internal import CampaignData
internal import Geo

/// Gives a record an identifier from its own columns, and nothing else.
struct PlainCompletion: Completion {
  private let columns: ColumnAccess
  private let prefix: String
  private let identity: [String]

  init(_ match: HeadingMatch, prefix: String, identity: [String]) {
    columns = ColumnAccess(match)
    self.prefix = prefix
    self.identity = identity
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    columns.identify(prefix, by: identity, &draft)
    try columns.checkOrder("started_at", "ended_at", of: draft)
  }
}
