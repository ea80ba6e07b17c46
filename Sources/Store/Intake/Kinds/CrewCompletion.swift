internal import CampaignData
internal import Geo

/// Refuses seats without a round, a team or a person; whether they keep the rules is
/// `hotspot crew check`'s to tell.
struct CrewCompletion: Completion {
  private let columns: ColumnAccess

  init(_ match: HeadingMatch) {
    columns = ColumnAccess(match)
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    for column in ["round", "team_id", "person_id"] where columns.value(column, of: draft) == .null
    {
      throw columns.rejection(column, of: draft, "empty, and a seat cannot do without it")
    }
    columns.fill("role", .text("member"), of: &draft)
  }
}
