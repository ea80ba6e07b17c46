internal import CampaignData
internal import Geo
internal import Inspection

/// Finds the sites that the entries of a ledger mean.
struct LedgerMerge {
  /// What the ledger says of known sites.
  private(set) var changes: SiteChanges
  /// Sites made of entries, with the columns of the table of sites.
  private(set) var newSites: [Draft] = []
  /// How many entries mean no known site and have no position.
  private(set) var withoutSite = 0
  /// Places of the columns `township_code` and `cell_id` in a new site.
  let township: Int?
  /// See `township`.
  let cell: Int?

  private var registry: SiteRegistry
  private let columns: ColumnAccess
  private let options: ImportOptions
  private let siteColumns: [String]

  init(
    _ match: HeadingMatch, options: ImportOptions, siteTable: TableSchema, registry: SiteRegistry
  ) {
    columns = ColumnAccess(match)
    self.options = options
    self.registry = registry
    changes = SiteChanges(siteTable)
    siteColumns = siteTable.columns.map(\.name)
    township = siteColumns.firstIndex(of: "township_code")
    cell = siteColumns.firstIndex(of: "cell_id")
  }

  /// Completes an entry and notes what it says of its site.
  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    columns.fill("kind", .optional(options.ledger), of: &draft)
    guard let kind = columns.text("kind", of: draft) else {
      throw Rejection(
        row: draft.number, column: columns.heading("kind"), reason: "names no ledger")
    }
    let county = columns.text("county_code", of: draft)
    if let text = columns.text("city_code", of: draft) {
      columns.set("city_code", .text(PlaceNames.cityCode(text) ?? text), of: &draft)
    } else if let city = county.flatMap({ CampaignData.counties.resolve($0).cityCode }) {
      columns.set("city_code", .text(city), of: &draft)
    }
    let query = SiteRegistry.Query(
      id: columns.text("site_id", of: draft), creditCode: columns.text("credit_code", of: draft),
      name: columns.text("name", of: draft), county: county,
      city: columns.text("city_code", of: draft))
    columns.identify(
      "ledger-", by: ["kind", "city_code", "entry", "site_id", "credit_code", "name"], &draft)
    if let found = registry.find(query) {
      mark(registry.sites[found].id, kind, &draft)
    } else if let point = draft.point, let name = query.name {
      try addSite(name, at: point, kind, &draft)
    } else {
      withoutSite += 1
      columns.set("site_id", .text(""), of: &draft)
    }
  }

  /// Who told of it is for the reader of the file to say, not for the file: who keeps a ledger could
  /// claim anything.
  private var origin: String { options.origin ?? "local" }

  private mutating func mark(_ site: String, _ kind: String, _ draft: inout Draft) {
    columns.set("site_id", .text(site), of: &draft)
    let topic = CampaignData.ledgerKinds.first { $0.key == kind }?.topic
    changes.note(
      [
        ("origin", .text(origin), .vouch), ("ledger", .text(kind), .replace),
        ("topics", .optional(topic), .addWord),
        ("credit_code", columns.value("credit_code", of: draft), .fill),
        ("industry", columns.value("industry", of: draft), .fill),
        ("address", columns.value("address", of: draft), .fill),
        ("status", columns.value("status", of: draft), .replace),
      ], of: site, by: draft)
  }

  private mutating func addSite(
    _ name: String, at point: Coordinate, _ kind: String, _ draft: inout Draft
  ) throws(Rejection) {
    let ledger = CampaignData.ledgerKinds.first { $0.key == kind }
    let code = columns.text("credit_code", of: draft)
    let id =
      code.flatMap(CreditCode.normalised).map { FieldValue.text($0) }
      ?? Identity.make("site-", from: [.text(name)], at: draft.geometry)
    var values = siteColumns.map { columns.value($0, of: draft) }
    let own: [String: FieldValue] = [
      "id": id, "kind": .text(ledger?.siteKind ?? "firm"), "ledger": .text(kind),
      "origin": .text(origin), "township_code": .null, "cell_id": .null, "imported_from": .null,
      "imported_at": .null, "known_at": .null,
    ]
    for (index, column) in siteColumns.enumerated() {
      if let value = own[column] { values[index] = value }
      if column == "topics", values[index] == .null { values[index] = .optional(ledger?.topic) }
    }
    newSites.append(
      Draft(
        number: draft.number, values: values, geometry: draft.geometry, knownAt: draft.knownAt))
    columns.set("site_id", id, of: &draft)
    registry.add(
      Site(
        id: FieldParser.text(of: id), name: name, position: point, ledger: kind,
        creditCode: code, origin: origin, countyCode: columns.text("county_code", of: draft),
        knownAt: draft.knownAt))
  }
}
