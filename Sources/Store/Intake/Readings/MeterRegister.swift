internal import CampaignData
internal import Geo
public import Inspection

/// What is known of metered sites: ledger, tariff, feeder and orders.
public struct MeterRegister: Sendable {
  /// The sites by identifier.
  public private(set) var sites: [String: MeteredSite] = [:]
  /// Whether a ledger was given: without one every site counts as listed.
  public private(set) var hasLedger = false
  /// Orders that name no site of the ledger or the readings.
  public private(set) var unmatchedOrders = 0
  /// What the reader should know, each a sentence.
  public private(set) var warnings: [String] = []

  private var names: [String: String] = [:]

  /// Knows nothing.
  public init() {}

  /// Metered sites by feeder.
  public var feeders: [String: Int] {
    sites.values.reduce(into: [:]) { feeders, site in
      if !site.feeder.isEmpty { feeders[site.feeder, default: 0] += 1 }
    }
  }

  /// Sites that have to be judged in one run, with what they have in common: those of a feeder.
  public var groups: [(site: String, group: String)] {
    sites.values.filter { !$0.feeder.isEmpty }.map { ($0.id, $0.feeder) }
      .sorted { $0.site < $1.site }
  }

  /// What is known of a site; of one that is on no ledger, that.
  public func site(_ id: String) -> MeteredSite {
    if let site = sites[id] { return site }
    var site = MeteredSite(id: id)
    site.isListed = !hasLedger
    return site
  }

  /// Takes what a workspace knows.
  public mutating func add(_ facts: Facts) {
    hasLedger = hasLedger || !facts.sites.isEmpty
    for site in facts.sites {
      var entry = sites[site.id] ?? MeteredSite(id: site.id)
      entry.isListed = Self.isList(site.ledger)
      entry.isBanned = site.status == "banned"
      sites[site.id] = entry
      names[site.name] = site.id
      if let code = site.creditCode { names[code] = site.id }
    }
    for order in facts.orders where !order.siteID.isEmpty {
      add(order.kind, order.share, order.startedAt, order.endedAt, to: order.siteID)
    }
  }

  /// Reads a ledger of metered sites; throws `StoreError` where it cannot be used.
  public mutating func readLedger(_ path: String, options: ImportOptions) throws {
    guard let kind = Schema.streamedKind(named: "meters") else { return }
    hasLedger = true
    let rows = try records(of: kind, path, options)
    for row in rows.drafts {
      guard let id = rows.columns.text("site_id", of: row) else { continue }
      var site = sites[id] ?? MeteredSite(id: id)
      site.isListed = Self.isList(rows.columns.text("ledger", of: row))
      site.isBanned = rows.columns.text("status", of: row) == "banned"
      site.tariff =
        switch rows.columns.text("tariff", of: row) {
        case nil: .unknown
        case "industrial": .industrial
        default: .other
        }
      site.feeder = rows.columns.text("feeder", of: row) ?? ""
      site.ownGeneration = rows.columns.number("own_generation", of: row) == 1
      sites[id] = site
      for column in ["name", "credit_code"] {
        if let name = rows.columns.text(column, of: row) { names[name] = id }
      }
    }
  }

  /// Reads orders; a firm named by name or credit code is looked up in the ledger read before.
  public mutating func readOrders(_ path: String, options: ImportOptions) throws {
    guard let kind = Schema.kind(named: "orders") else { return }
    let rows = try records(of: kind, path, options)
    for row in rows.drafts {
      let said = ["credit_code", "name"].compactMap { rows.columns.text($0, of: row) }
      let named = said.compactMap { names[$0] }.first
      guard let id = rows.columns.text("site_id", of: row) ?? named,
        let start = rows.columns.moment("started_at", of: row)
      else {
        unmatchedOrders += 1
        continue
      }
      add(
        rows.columns.text("kind", of: row) ?? "stop", rows.columns.number("share", of: row), start,
        rows.columns.moment("ended_at", of: row), to: id)
    }
  }

  /// Whether a word of the vocabulary `ledger` names a list that the site is on.
  private static func isList(_ ledger: String?) -> Bool { ledger != nil && ledger != "off_list" }

  private mutating func add(
    _ kind: String, _ share: Double?, _ start: Moment, _ end: Moment?, to id: String
  ) {
    var site = site(id)
    // A limit to nothing is a stop.
    let isStop = kind == "stop" || (share ?? 0) >= 1
    site.orders.append(
      MeteredSite.Order(
        isStop: isStop, share: isStop ? 1 : share ?? MeteredSite.Order.unnamedShare, start: start,
        end: end))
    site.orders.sort { ($0.start, $0.share) < ($1.start, $1.share) }
    sites[id] = site
  }

  private mutating func records(
    of kind: ImportKind, _ path: String, _ options: ImportOptions
  ) throws -> (drafts: [Draft], columns: ColumnAccess) {
    guard let table = Schema.table(named: "orders") else { return ([], try emptyColumns(kind)) }
    var run = ImportRun(
      kind: kind, table: table, path: path, options: options,
      importedAt: options.knownAt ?? Moment(secondsSince1970: 0), log: nil)
    var stream = try DraftStream(run)
    var drafts: [Draft] = []
    while let batch = try stream.next(&run) { drafts += batch }
    stream.report(to: &run)
    warnings += run.report.warnings.map { "\(path): \($0)" }
    if run.report.rejected > 0 {
      let first = run.report.examples.first
      let place = "row \(first?.row ?? 0), \(first?.column ?? ""): \(first?.reason ?? "")"
      warnings.append(
        "\(path): \(run.report.rejected) of \(run.report.read) rows cannot be used; \(place).")
    }
    guard !drafts.isEmpty else {
      throw StoreError(
        .badData, "no row of the file can be used", file: path,
        found: run.report.examples.first?.reason,
        nextStep: "Check that it is the right file; docs/formats.md says what it holds.")
    }
    return (drafts, ColumnAccess(stream.match))
  }

  private func emptyColumns(_ kind: ImportKind) throws -> ColumnAccess {
    ColumnAccess(try HeadingMatch(headings: [], kind: kind, map: [:]))
  }
}
