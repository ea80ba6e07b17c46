internal import CampaignData
internal import Geo

/// Makes a record a complaint; one without a place is kept, it counts for its firm.
struct ComplaintCompletion: Completion {
  private let columns: ColumnAccess
  private var withoutPlace = 0

  init(_ match: HeadingMatch) { columns = ColumnAccess(match) }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    columns.identify(
      "complaint-", by: ["received_at", "target", "address", "text"], withPlace: true, &draft)
    if draft.geometry == nil { withoutPlace += 1 }
  }

  var remarks: [String] {
    withoutPlace == 0
      ? [] : ["\(withoutPlace) complaints have no position; they count for their city only."]
  }
}
