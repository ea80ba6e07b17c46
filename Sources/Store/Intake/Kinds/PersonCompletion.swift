internal import CampaignData
internal import Geo

/// Tells people apart by name, employer and licence number, and counts who stands twice in a round.
struct PersonCompletion: Completion {
  private let columns: ColumnAccess
  private var seen: Set<[String]> = []
  private var repeated = 0

  init(_ match: HeadingMatch) {
    columns = ColumnAccess(match)
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    columns.identify("person-", by: ["name", "employer", "licence"], &draft)
    let key = ["id", "round"].map { FieldParser.text(of: columns.value($0, of: draft)) }
    if !seen.insert(key).inserted { repeated += 1 }
  }

  var remarks: [String] {
    repeated == 0
      ? []
      : ["\(repeated) lines name somebody again who is in the same round already."]
  }
}
