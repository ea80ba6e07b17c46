internal import CampaignData
internal import Geo

/// Makes a record a site: an identifier, a kind, an origin, its ledger and topics.
struct SiteCompletion: Completion {
  private let columns: ColumnAccess
  private let options: ImportOptions
  private let defaultOrigin: String
  private var odd = (creditCodes: 0, counties: 0)
  private var checkedCounties: [String: Bool] = [:]
  private let vouched: [String: String]

  /// - Parameters:
  ///   - defaultOrigin: who told of sites whose record does not say.
  ///   - vouched: who told of the sites known independently of localities, by identifier: a local
  ///     list does not replace them.
  init(
    _ match: HeadingMatch, options: ImportOptions, defaultOrigin: String,
    vouched: [String: String] = [:]
  ) {
    self.vouched = vouched
    columns = ColumnAccess(match)
    self.options = options
    self.defaultOrigin = options.origin ?? defaultOrigin
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    guard draft.geometry != nil else {
      throw Rejection(
        row: draft.number, column: columns.heading("lon"),
        reason: "no position, and a site without one cannot be planned")
    }
    fillValues(&draft)
    guard columns.text("origin", of: draft) == "local", let id = columns.text("id", of: draft),
      let teller = vouched[id]
    else { return }
    throw Rejection(
      row: draft.number, column: columns.heading("origin"), value: id,
      reason:
        "known from \(teller); a local list adds to a site by import ledgers, and replaces none")
  }

  /// Everything but the position.
  mutating func fillValues(_ draft: inout Draft) {
    normaliseCreditCode(&draft)
    countCounty(draft)
    if let ledger = options.ledger { columns.fill("ledger", .text(ledger), of: &draft) }
    let ledger = columns.text("ledger", of: draft).flatMap { key in
      CampaignData.ledgerKinds.first { $0.key == key }
    }
    columns.fill("kind", .text(ledger?.siteKind ?? "firm"), of: &draft)
    if let ledger { columns.fill("topics", .text(ledger.topic), of: &draft) }
    columns.fill("origin", .text(defaultOrigin), of: &draft)
    if let code = columns.text("credit_code", of: draft) {
      columns.fill("id", .text(code), of: &draft)
    }
    columns.identify("site-", by: ["name", "kind"], withPlace: true, &draft)
  }

  var remarks: [String] {
    var remarks: [String] = []
    if odd.creditCodes > 0 {
      remarks.append(
        "\(odd.creditCodes) credit codes are not 18 letters and digits; they were kept, and their "
          + "firms are known by name.")
    }
    if odd.counties > 0 {
      remarks.append(
        "\(odd.counties) records name a county code that is of none of the 39 cities nor the Yangtze delta."
      )
    }
    return remarks
  }

  private mutating func normaliseCreditCode(_ draft: inout Draft) {
    guard let text = columns.text("credit_code", of: draft) else { return }
    if let code = CreditCode.normalised(text) {
      columns.set("credit_code", .text(code), of: &draft)
    } else {
      odd.creditCodes += 1
    }
  }

  private mutating func countCounty(_ draft: Draft) {
    guard let code = columns.text("county_code", of: draft) else { return }
    let isKnown =
      checkedCounties[code]
      ?? (CampaignData.counties.resolve(code).cityCode != nil
        || CampaignData.deltaCity(ofCounty: code) != nil)
    checkedCounties[code] = isKnown
    if !isKnown { odd.counties += 1 }
  }
}
