internal import CampaignData
internal import Geo

/// Tells from a liaison's role whose it is: of an inspected province, city or county, or of a province
/// that sends; annex 3 of the plan of 2018.
struct ContactCompletion: Completion {
  private let columns: ColumnAccess

  private static let scopes = [
    "chief": "province", "work": "province", "government": "city", "bureau": "city",
    "logistics": "city", "county": "county", "sending": "sending_province",
  ]

  init(_ match: HeadingMatch) {
    columns = ColumnAccess(match)
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    guard columns.text("name", of: draft) != nil else {
      throw columns.rejection("name", of: draft, "empty, and a liaison has a name")
    }
    guard let role = columns.text("role", of: draft), columns.text("place", of: draft) != nil else {
      throw columns.rejection("role", of: draft, "place and role say whose liaison it is")
    }
    columns.fill("scope", .optional(Self.scopes[role]), of: &draft)
  }
}
