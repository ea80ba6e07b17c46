internal import CampaignData
internal import Geo
internal import Inspection

/// Turns the rows of a file of visits into reports, and tells what is odd about them.
///
/// What is done with each doubt stands in `Data/tables/visit_doubts.csv`.
struct VisitJudge {
  /// What was odd, rejected rows included.
  private(set) var doubts: [VisitDoubt] = []

  let columns: ColumnAccess
  let limits: VisitLimits
  private let registry: SiteRegistry
  private let counties: CountyLocator?
  private let teams: [String: Team]
  private let isForm: Bool
  /// The sites, by identifier.
  private let sites: [String: Int]

  /// - Parameters:
  ///   - isForm: the file is a workbook of ours, whose rows must name what we know.
  init(
    _ match: HeadingMatch, registry: SiteRegistry, teams: [Team], counties: CountyLocator?,
    limits: VisitLimits, isForm: Bool
  ) {
    columns = ColumnAccess(match)
    self.registry = registry
    self.teams = Dictionary(teams.map { ($0.id, $0) }) { $1 }
    self.counties = counties
    self.limits = limits
    self.isForm = isForm
    var sites: [String: Int] = [:]
    for (index, site) in registry.sites.enumerated() { sites[site.id] = index }
    self.sites = sites
  }

  /// The site with an identifier.
  func site(_ id: String) -> Site? { sites[id].map { registry.sites[$0] } }

  /// The report that a placed record makes, with further problems of the same row.
  ///
  /// Throws a rejection where the table of doubts says so.
  mutating func row(
    _ draft: Draft, further: [ReportedProblem]
  ) throws(Rejection) -> VisitRow {
    var marks: [VisitDoubt] = []
    guard let visitedAt = columns.moment("visited_at", of: draft) else {
      throw columns.rejection("visited_at", of: draft, "empty, and no record can do without it")
    }
    if visitedAt > draft.knownAt {
      throw reject("future", draft, "visited_at", expected: "not after \(draft.knownAt)")
    }
    let team = try team(draft, &marks)
    let site = try site(draft, team, &marks)
    let round = try round(draft, visitedAt.date, &marks)
    let problems = try problems(draft, visitedAt, further, &marks)
    var report = FieldReport(
      id: "", visitID: "", siteID: site.id, teamID: team,
      stopID: columns.text("stop_id", of: draft), round: round, visitedAt: visitedAt,
      outcome: columns.text("outcome", of: draft) ?? "", position: draft.point,
      datum: columns.text("datum", of: draft), row: draft.number, knownAt: draft.knownAt)
    report.confirmedBy = list("confirmed_by", draft)
    report.photos = list("photos", draft)
    report.record = columns.text("record", of: draft)
    report.note = columns.text("note", of: draft)
    report.problems = problems
    report.doubts = marks.map(\.kind)
    doubts += marks
    return VisitRow(
      report: report, givenID: columns.text("id", of: draft),
      isForm: isForm && report.stopID != nil, findName: site.findName)
  }

  /// Notes a doubt that was found later.
  mutating func note(_ doubt: VisitDoubt) { doubts.append(doubt) }

  // MARK: What is odd

  /// Notes the doubt of a row that is kept apart.
  mutating func reject(
    _ kind: String, _ draft: Draft, _ column: String, found: String? = nil,
    expected: String? = nil
  ) -> Rejection {
    let doubt = doubt(kind, draft, column, found: found, expected: expected)
    doubts.append(doubt)
    return Rejection(
      row: draft.number, column: doubt.column, value: doubt.found, reason: doubt.reason)
  }

  func doubt(
    _ kind: String, _ draft: Draft, _ column: String, found: String? = nil,
    expected: String? = nil
  ) -> VisitDoubt {
    VisitDoubt(
      kind, row: draft.number, column: columns.heading(column),
      found: found ?? FieldParser.text(of: columns.value(column, of: draft)), expected: expected)
  }

  private func list(_ column: String, _ draft: Draft) -> [String] {
    columns.text(column, of: draft)?.split(separator: ";").map(String.init) ?? []
  }

  // MARK: Team and round

  private mutating func team(
    _ draft: Draft, _ marks: inout [VisitDoubt]
  ) throws(Rejection) -> String {
    let id = columns.text("team_id", of: draft) ?? ""
    if teams[id] != nil { return id }
    if isForm { throw reject("not_of_team", draft, "team_id") }
    if !id.isEmpty, !teams.isEmpty {
      marks.append(doubt("unknown_team", draft, "team_id"))
    }
    return id
  }

  /// The round of the day; where the file names another, the day counts.
  private mutating func round(
    _ draft: Draft, _ day: CalendarDate, _ marks: inout [VisitDoubt]
  ) throws(Rejection) -> Int {
    let given = columns.number("round", of: draft).flatMap { Int(exactly: $0) }
    if let round = CampaignData.rounds.containing(day)?.number {
      if let given, given != round {
        marks.append(doubt("round_differs", draft, "round", expected: String(round)))
      }
      return round
    }
    guard let given else { throw reject("no_round", draft, "visited_at") }
    let pause = CampaignData.rounds.pauses.first { $0.days.contains(day) }
    marks.append(
      doubt(pause == nil ? "out_of_rounds" : "in_pause", draft, "visited_at"))
    return given
  }

  // MARK: Site

  /// Whose visit it is: a known site, a target, or something found off the lists.
  private mutating func site(
    _ draft: Draft, _ team: String, _ marks: inout [VisitDoubt]
  ) throws(Rejection) -> (id: String, findName: String?) {
    let id = columns.text("site_id", of: draft)
    if let id, let index = sites[id] {
      try check(draft, registry.sites[index], &marks)
      return (id, nil)
    }
    let name = columns.text("name", of: draft)
    if let site = named(draft, name, team) {
      try check(draft, site, &marks)
      return (site.id, nil)
    }
    // A visit of a search or patrol target names the target.
    if let id, id.contains(":") { return (id, nil) }
    guard let position = draft.point else {
      throw reject(
        "unknown_site", draft, id == nil && name != nil ? "name" : "site_id",
        expected: "the identifier or name of a site, or lon and lat")
    }
    if columns.text("outcome", of: draft) == "not_found" {
      // Where nothing was found, no site is made of it.
      return ("task:\(position.x),\(position.y)", nil)
    }
    marks.append(
      doubt("off_list", draft, id == nil ? "name" : "site_id", found: name ?? id ?? ""))
    return ("", name ?? id ?? "")
  }

  /// The site that credit code or name mean near the position, else in the team's city.
  private func named(_ draft: Draft, _ name: String?, _ team: String) -> Site? {
    let code = columns.text("credit_code", of: draft)
    guard name != nil || code != nil else { return nil }
    let held = draft.point.flatMap { counties?.locate($0) }.map { counties?.counties[$0].code }
    var query = SiteRegistry.Query(creditCode: code, name: name)
    (query.county, query.city) = (held ?? nil, teams[team]?.cityCode)
    let anywhere = SiteRegistry.Query(creditCode: code, name: name)
    guard let index = registry.find(query) ?? registry.find(anywhere) else { return nil }
    let site = registry.sites[index]
    guard let position = draft.point else { return site }
    // A name alone is no proof: firms elsewhere have the same.
    let limit = FoundSites.isFind(site.id) ? limits.findRadius : limits.reject
    return greatCircleDistance(position, site.position) > limit ? nil : site
  }

  private mutating func check(
    _ draft: Draft, _ site: Site, _ marks: inout [VisitDoubt]
  ) throws(Rejection) {
    guard let position = draft.point else { return }
    let metres = greatCircleDistance(position, site.position)
    guard metres > limits.warn else { return }
    let found = "\(Int(metres.rounded())) m from \(site.id)"
    if metres > limits.reject {
      throw reject(
        "far_away", draft, "lon", found: found, expected: "within \(Int(limits.reject)) m")
    }
    marks.append(
      doubt(
        "position_off", draft, "lon", found: found, expected: "within \(Int(limits.warn)) m"))
  }
}

extension VisitDoubt {
  /// What is wrong, what was expected and the next step, as a list of rejects has it.
  var reason: String {
    let rule = rule
    let expected = expected.map { "; expected \($0)" } ?? ""
    return (rule?.en ?? kind) + expected + (rule.map { ". " + $0.nextEN } ?? "")
  }
}
