internal import CampaignData
internal import Geo
internal import Inspection

/// Imports the kinds whose records each become one record of one table.
enum PlainImport {
  /// Kinds whose points may not lie far outside the counties.
  private static let checked: Set<String> = ["sites", "complaints"]

  /// Reads the file of a run into its table.
  static func run(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    var stream = try DraftStream(run)
    let known = try KnownPlaces(&transaction)
    var completion = try completion(for: run, stream.match, known, &transaction)
    var placer = try Placer(stream, run: run)
    var outside = OutsideCheck(
      checked.contains(run.kind.name) ? known.counties : nil,
      countyColumn: stream.match.position(of: "county_code"))
    let join = try PlaceJoin(townships: known.townships, cells: known.cells)
    let references = try references(for: run.kind, &transaction)
    while var drafts = try stream.next(&run) {
      try placer.place(&drafts, counties: known.counties, &run)
      try outside.check(&drafts, &run)
      try join?.fill(&drafts, stream.match)
      try keep(&drafts, &completion, &run, &transaction)
    }
    try placer.checkWhole(run)
    stream.report(to: &run)
    for remark in outside.remarks(run.kind.name) { run.warn(remark) }
    for remark in completion.remarks { run.warn(remark) }
    placer.report(to: &run, references: references, counties: known.counties)
  }

  private static func keep(
    _ drafts: inout [Draft], _ completion: inout any Completion, _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    var records: [Record] = []
    var rows: [Int] = []
    for index in drafts.indices {
      do throws(Rejection) {
        try completion.complete(&drafts[index])
      } catch {
        try run.reject(error)
        continue
      }
      records.append(drafts[index].record(in: run.table))
      rows.append(drafts[index].number)
    }
    try run.keep(records, rows: rows, in: &transaction)
  }

  /// Known positions that the points of a kind should come near.
  private static func references(
    for kind: ImportKind, _ transaction: inout WorkspaceTransaction
  ) throws -> ReferencePoints? {
    guard kind.name == "complaints" else { return nil }
    return ReferencePoints(
      try transaction.newest(Site.self).map(\.position), name: "known sites")
  }

  private static func completion(
    for run: ImportRun, _ match: HeadingMatch, _ known: KnownPlaces,
    _ transaction: inout WorkspaceTransaction
  ) throws -> any Completion {
    switch run.kind.name {
    case "sites":
      let known = try transaction.newest(Site.self).filter(\.isIndependent)
      return SiteCompletion(
        match, options: run.options, defaultOrigin: "registry",
        vouched: Dictionary(known.map { ($0.id, $0.origin) }, uniquingKeysWith: { $1 }))
    case "complaints": return ComplaintCompletion(match)
    case "alerts": return AlertCompletion(match, cells: try CellFinder(known.cells))
    case "teams": return TeamCompletion(match, counties: known.counties)
    case "warnings":
      return CityCompletion(
        match, prefix: "warning-", identity: ["city_code", "level", "started_at"],
        isRequired: true)
    case "task-plan":
      return TaskPlanCompletion(match)
    case "problems": return ProblemCompletion(match, try ProblemRegister(&transaction))
    case "rechecks": return RecheckCompletion(match, try ProblemRegister(&transaction))
    case "people":
      return PersonCompletion(match)
    case "contacts": return ContactCompletion(match)
    case "crews": return CrewCompletion(match)
    default: break
    }
    let registry = SiteRegistry(try transaction.newest(Site.self), locator: known.counties)
    switch run.kind.name {
    case "power-anomalies": return PowerCompletion(match, registry: registry)
    case "orders":
      return FirmCompletion(
        match, rule: .init(prefix: "order-", identity: ["kind", "started_at"], plural: "orders"),
        registry: registry)
    case "nominations":
      return FirmCompletion(
        match, rule: .init(prefix: "", identity: [], plural: "nominations"), registry: registry)
    default:
      throw StoreError(
        .software, "no importer for \(run.kind.name)",
        nextStep: "Report this as a fault of the program.")
    }
  }
}
