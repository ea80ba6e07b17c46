import Testing

@testable import CampaignData

@Suite struct EmbeddedTableTests {
  @Test func `quotes, commas, line ends and a byte order mark are read`() {
    let text = "\u{FEFF}a,b\r\n\"x, \"\"y\"\"\n2\",3\r\n,\n5,6"
    let table = EmbeddedTable(Array(text.utf8))
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.fields) == [["x, \"y\"\n2", "3"], ["", ""], ["5", "6"]])
    #expect(table.defects.isEmpty)
    #expect(table.rows[0].integer("b") == 3)
    #expect(table.rows[1].optionalText("a") == nil)
    #expect(table.rows[0].text("missing") == "")
  }

  @Test(arguments: ["a,b\n1\n", "a,b\n1,2,3\n", "a,b\n1,\"2\n", "a,a\n1,2\n"])
  func `a malformed table tells what is wrong and does not trap`(text: String) {
    #expect(EmbeddedTable(Array(text.utf8)).defects.isEmpty == false)
  }
}

/// Every table that is built in, with the number of values that it must yield.
@Suite struct EmbeddedTablesTests {
  private static let tables: [(name: String, bytes: [UInt8], values: Int)] = [
    ("cities", PackageResources.cities_csv, CampaignData.cities.count),
    ("named_units", PackageResources.named_units_csv, CampaignData.namedUnits.count),
    ("counties", PackageResources.counties_csv, CampaignData.counties.counties.count),
    ("recodings", PackageResources.recodings_csv, CampaignData.counties.recodings.count),
    ("unlisted_units", PackageResources.unlisted_units_csv, CampaignData.counties.unlisted.count),
    ("phases", PackageResources.phases_csv, CampaignData.rounds.phases.count),
    ("rounds", PackageResources.rounds_csv, CampaignData.rounds.all.count),
    ("pauses", PackageResources.pauses_csv, CampaignData.rounds.pauses.count),
    ("topics", PackageResources.topics_csv, CampaignData.topics.count),
    ("ledger_kinds", PackageResources.ledger_kinds_csv, CampaignData.ledgerKinds.count),
    ("tables", PackageResources.tables_csv, Schema.tables.count),
    ("kinds", PackageResources.kinds_csv, Schema.kinds.count),
    ("weights", PackageResources.weights_csv, CampaignData.weights.all.count),
    ("settings", PackageResources.settings_csv, CampaignData.settings.all.count),
    ("figures", PackageResources.figures_csv, CampaignData.figures.count),
    (
      "columns", PackageResources.columns_csv,
      Schema.tables.reduce(Schema.pointColumns.count + 3) { $0 + $1.columns.count - 3 }
    ),
    (
      "vocabularies", PackageResources.vocabularies_csv,
      CampaignData.vocabularies.dropLast(2).reduce(0) { $0 + $1.terms.count }
    ),
  ]

  @Test func `every record of every table is used and names its source`() {
    for (name, bytes, values) in Self.tables {
      let table = EmbeddedTable(bytes)
      #expect(table.defects.isEmpty, "\(name): \(table.defects)")
      #expect(table.rows.count == values && values > 0, "\(name)")
      for row in table.rows {
        let source = row.text("source")
        let kind = source.split(separator: ":").first.map(String.init) ?? ""
        #expect(
          ["sourced", "derived", "assumption"].contains(kind), "\(name): \(row.fields) \(source)")
      }
    }
  }
}
