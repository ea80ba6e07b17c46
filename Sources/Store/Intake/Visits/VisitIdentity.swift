internal import CampaignData
internal import Geo
internal import Inspection

/// Gives reports the identifiers of their visits and of themselves.
///
/// The file's own identifier says which visit a report is of. Without one the visit is the team's at
/// the site on that day, so that two people's reports are of one visit in whatever order and in
/// however many files they come; without a team, those of one site and moment. A report with an
/// identifier of its own, or of a row of our workbook, replaces an earlier one by the same people; any
/// other is told from the rest by what it says.
struct VisitIdentity {
  /// Visits that an older program stored, by team, site and day: they keep their identifiers.
  private var stored: [String: String] = [:]

  /// - Parameter earlier: visits of the workspace that have no reports.
  init(_ earlier: [VisitReport]) {
    for visit in earlier where visit.id.hasPrefix(Self.prefix) && !visit.teamID.isEmpty {
      stored[Self.key(visit.siteID, visit.teamID, visit.visitedAt)] = visit.id
    }
  }

  private static let prefix = "visit-"

  /// Sets both identifiers of a row's report.
  func settle(_ row: inout VisitRow) {
    row.report.visitID = row.givenID ?? visit(of: row.report)
    let people = FieldValue.list(row.report.confirmedBy.sorted())
    let own: FieldValue
    if row.givenID != nil {
      own = Identity.make("/", from: [people])
    } else if row.isForm {
      own = Identity.make("/", from: [people, .optional(row.report.stopID)])
    } else {
      own = Identity.make("/", from: [.text(String(row.content))])
    }
    row.report.id = row.report.visitID + FieldParser.text(of: own)
  }

  /// The visit that a report without an identifier is of.
  private func visit(of report: FieldReport) -> String {
    if report.teamID.isEmpty {
      return FieldParser.text(
        of: Identity.make(
          Self.prefix, from: [.text(report.siteID), .null, .moment(report.visitedAt)]))
    }
    let key = Self.key(report.siteID, report.teamID, report.visitedAt)
    return stored[key] ?? FieldParser.text(of: Identity.make(Self.prefix, from: [.text(key)]))
  }

  /// What makes reports those of one visit.
  static func key(_ site: String, _ team: String, _ visitedAt: Moment) -> String {
    "\(site)\u{1F}\(team)\u{1F}\(visitedAt.date.daysSince1970)"
  }
}
