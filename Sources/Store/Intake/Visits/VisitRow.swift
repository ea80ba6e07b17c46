internal import CampaignData
internal import Geo
internal import Inspection

/// A row of a file of visits on its way to a report: it is judged, its visit is not settled.
struct VisitRow {
  /// What it reports; without identifiers until they are known.
  var report: FieldReport
  /// The identifier that the file gives the visit.
  var givenID: String?
  /// True for a row of a workbook of ours that has its stop: filled in again, it is a correction.
  var isForm = false
  /// What an off-list find is called; nil: the site is known.
  var findName: String?

  /// What it says, without who reported it where and when: two rows that say the same are the same.
  var content: UInt64 { report.content }
}

extension FieldReport {
  /// A hash of what it says.
  ///
  /// Its stop, row and doubts are not part of it: they follow from elsewhere.
  var content: UInt64 {
    var hash = ContentHash()
    let values: [FieldValue] = [
      .text(siteID), .text(teamID), .moment(visitedAt), .text(outcome), .list(confirmedBy),
      .list(photos), .text(record ?? ""), .text(note ?? ""), .list(problems.map(\.text)),
    ]
    for value in values { hash.add(value) }
    hash.add(position.map { Geometry.point($0) })
    return hash.value
  }
}
