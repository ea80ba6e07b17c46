internal import CampaignData
internal import Geo
internal import Inspection

/// Finds the site that a record about a firm means, by identifier, credit code or name.
struct FirmCompletion: Completion {
  /// What else a kind of record needs.
  struct Rule: Sendable {
    /// Begins identifiers that are made up.
    let prefix: String
    /// The columns that tell one record from another.
    let identity: [String]
    /// What the records are called in remarks.
    let plural: String
  }

  private let columns: ColumnAccess
  private let rule: Rule
  private let registry: SiteRegistry
  private let hasIdentifier: Bool
  private var unmatched = 0

  init(_ match: HeadingMatch, rule: Rule, registry: SiteRegistry) {
    columns = ColumnAccess(match)
    self.rule = rule
    self.registry = registry
    hasIdentifier = match.position(of: "id") != nil
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    let query = SiteRegistry.Query(
      id: columns.text("site_id", of: draft), creditCode: columns.text("credit_code", of: draft),
      name: columns.text("name", of: draft), county: columns.text("county_code", of: draft),
      city: columns.text("city_code", of: draft))
    guard query.id != nil || query.creditCode != nil || query.name != nil else {
      throw Rejection(
        row: draft.number, column: columns.heading("site_id"),
        reason: "names no site, credit code or firm")
    }
    if hasIdentifier { identify(&draft) }
    if let found = registry.find(query) {
      columns.set("site_id", .text(registry.sites[found].id), of: &draft)
    } else {
      unmatched += 1
      if query.id == nil || !registry.sites.isEmpty {
        columns.set("site_id", .text(""), of: &draft)
      }
    }
  }

  var remarks: [String] {
    unmatched == 0
      ? []
      : [
        "\(unmatched) \(rule.plural) name a firm that is no known site; they were kept without one."
      ]
  }

  /// By what the file says of the firm, so that it stays the same when the site becomes known.
  private func identify(_ draft: inout Draft) {
    columns.identify(
      rule.prefix, by: ["site_id", "credit_code", "name"] + rule.identity, &draft)
  }
}
