extension CampaignData {
  /// A sentence or heading of reports in Chinese and English; nil for an unknown key.
  public static func reportText(_ key: String) -> (zh: String, en: String)? { reportTexts[key] }

  /// The keys of all sentences and headings of reports.
  public static var reportTextKeys: [String] { reportTexts.keys.sorted() }

  private static let reportTexts: [String: (zh: String, en: String)] = {
    var texts: [String: (zh: String, en: String)] = [:]
    for row in EmbeddedTable(named: "report_texts").rows {
      texts[row.text("key")] = (row.text("zh"), row.text("en"))
    }
    return texts
  }()
}
