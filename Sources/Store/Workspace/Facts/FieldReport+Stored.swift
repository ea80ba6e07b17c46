internal import CampaignData
internal import Geo
internal import Inspection

extension FieldReport: StoredFact {
  static let table = "visit_reports"
  static let columns = [
    "id", "visit_id", "row", "site_id", "team_id", "stop_id", "round", "visited_at", "outcome",
    "confirmed_by", "photos", "record", "note", "problems", "doubts", "datum",
  ]
  static let readsGeometry = true

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(visitID), .integer(Int64(row)), .text(siteID), .text(teamID),
      .optional(stopID), .integer(Int64(round)), .moment(visitedAt), .text(outcome),
      .optionalList(confirmedBy), .optionalList(photos), .optional(record), .optional(note),
      .optionalList(problems.map(\.text)), .optionalList(doubts), .optional(datum),
    ]
  }
  var geometry: Geometry? { position.map { .point($0) } }

  init(_ row: inout FactRow) throws(StoreError) {
    self.init(
      id: try row.text(), visitID: try row.text(), siteID: "", teamID: "", round: 0,
      visitedAt: row.knownAt, outcome: "", position: row.optionalPosition(),
      knownAt: row.knownAt)
    self.row = try row.optionalInteger() ?? 0
    siteID = row.optionalText() ?? ""
    teamID = row.optionalText() ?? ""
    stopID = row.optionalText()
    round = try row.integer()
    visitedAt = try row.moment()
    outcome = try row.text()
    confirmedBy = row.list()
    photos = row.list()
    record = row.optionalText()
    note = row.optionalText()
    problems = row.list().map(ReportedProblem.init(text:))
    doubts = row.list()
    datum = row.optionalText()
  }
}

extension ReportedProblem {
  /// Its parts with `|` between them, in the order of the column `problems` of visit reports.
  var text: String {
    let parts = [
      type.map(Self.plain), severity, topic, state, handedOverAt?.description,
      deadline?.description,
    ]
    return parts.map { $0 ?? "" }.joined(separator: "|")
  }

  /// What ``text`` wrote.
  init(text: String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    func part(_ place: Int) -> String? {
      place < parts.count && !parts[place].isEmpty ? parts[place] : nil
    }
    self.init(
      type: part(0), severity: part(1), topic: part(2), state: part(3),
      handedOverAt: part(4).flatMap { Moment(stored: $0) },
      deadline: part(5).flatMap { CalendarDate($0) })
  }

  /// A type without the marks that separate problems and their parts.
  private static func plain(_ text: String) -> String {
    text.replacing(";", with: "，").replacing("|", with: "/")
  }
}
