internal import CampaignData
internal import Geo
internal import Inspection

/// Finds the site and the round of a visit.
struct VisitCompletion: Completion {
  private let columns: ColumnAccess
  private let registry: SiteRegistry
  private let teams: Set<String>?
  private var unmatched = 0
  private var problems: Beside?

  /// - Parameter teams: the teams that a visit may be of; nil: any. With teams the file is a workbook
  ///   of ours, whose rows must name what we know.
  init(_ match: HeadingMatch, registry: SiteRegistry, teams: Set<String>? = nil) {
    columns = ColumnAccess(match)
    self.registry = registry
    self.teams = teams
    problems = Schema.table(named: "problems").map { Beside(table: $0) }
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    let id = columns.text("site_id", of: draft)
    let query = SiteRegistry.Query(
      id: id, creditCode: columns.text("credit_code", of: draft),
      name: columns.text("name", of: draft))
    let isOfStop = teams != nil && columns.text("stop_id", of: draft) != nil
    columns.identify(
      "visit-",
      by: isOfStop
        ? ["stop_id"] : ["site_id", "credit_code", "name", "team_id", "visited_at"], &draft)
    if let found = registry.find(query) {
      columns.set("site_id", .text(registry.sites[found].id), of: &draft)
    } else {
      // A visit of a search or patrol target names the target.
      columns.set("site_id", .text(id ?? ""), of: &draft)
      let isSite = id?.contains(":") != true
      if teams != nil, isSite {
        throw columns.rejection("site_id", of: draft, "no site is known by this identifier or name")
      }
      if isSite { unmatched += 1 }
    }
    if let teams, !teams.contains(columns.text("team_id", of: draft) ?? "") {
      throw columns.rejection("team_id", of: draft, "no team is known by this identifier")
    }
    columns.fill("team_id", .text(""), of: &draft)
    try fillRound(&draft)
    noteProblem(draft)
  }

  mutating func takeBeside() -> Beside? {
    defer { problems = problems.map { Beside(table: $0.table) } }
    return problems
  }

  var remarks: [String] {
    unmatched == 0 ? [] : ["\(unmatched) visits are of no known site; they were kept."]
  }

  /// A visit that found something is a problem too, whose type may be unknown yet.
  private mutating func noteProblem(_ draft: Draft) {
    guard columns.text("outcome", of: draft) == "problem", let problems,
      let visit = columns.text("id", of: draft)
    else { return }
    let width = problems.table.columns.count - Schema.commonColumns.count
    let values = problems.table.columns.prefix(width).map { column -> FieldValue in
      switch column.name {
      case "id": .text(visit + "-1")
      case "visit_id": .text(visit)
      case "type", "severity", "topic", "deadline": columns.value(column.name, of: draft)
      default: .null
      }
    }
    self.problems?.records.append(Record(values: values, knownAt: draft.knownAt))
    self.problems?.rows.append(draft.number)
  }

  private func fillRound(_ draft: inout Draft) throws(Rejection) {
    guard columns.value("round", of: draft) == .null else { return }
    guard let day = columns.moment("visited_at", of: draft)?.date,
      let round = CampaignData.rounds.containing(day)
    else {
      throw columns.rejection("visited_at", of: draft, "names no round, and the day is in none")
    }
    columns.set("round", .integer(Int64(round.number)), of: &draft)
  }
}
