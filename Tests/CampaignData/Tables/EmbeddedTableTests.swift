import Foundation
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
  private static let tables: [(name: String, values: Int)] = [
    ("cities", CampaignData.cities.count),
    ("delta_cities", CampaignData.deltaCities.count),
    ("named_units", CampaignData.namedUnits.count),
    ("counties", CampaignData.counties.counties.count),
    ("recodings", CampaignData.counties.recodings.count),
    ("unlisted_units", CampaignData.counties.unlisted.count),
    ("phases", CampaignData.rounds.phases.count),
    ("rounds", CampaignData.rounds.all.count),
    ("pauses", CampaignData.rounds.pauses.count),
    ("topics", CampaignData.topics.count),
    ("topic_emphasis", CampaignData.topicEmphases.count),
    ("kind_topics", CampaignData.kindTopics.count),
    ("warning_levels", CampaignData.warningLevels.count),
    ("ledger_kinds", CampaignData.ledgerKinds.count),
    ("tables", Schema.tables.count),
    ("kinds", Schema.kinds.count),
    ("streamed_kinds", Schema.streamedKinds.count),
    ("holidays", CampaignData.workCalendar.holidays.count),
    ("weights", CampaignData.weights.all.count),
    ("settings", CampaignData.settings.all.count),
    ("figures", CampaignData.figures.count),
    ("visit_doubts", CampaignData.visitDoubts.count),
    ("assets", CampaignData.mapAssets.count),
    ("crew_rules", CampaignData.crewRules.count),
    ("crew_positions", CampaignData.rankedPositions.count),
    ("sending_cities", CampaignData.sendingCities.count),
    (
      "workbook_columns",
      CampaignData.workbookSheets.reduce(0) { $0 + 1 + $1.columns.count }
    ),
    (
      "columns",
      Schema.tables.reduce(Schema.pointColumns.count + 3) { $0 + $1.columns.count - 3 }
        + Schema.streamedKinds.reduce(0) { $0 + $1.columns.count - 1 }
    ),
    (
      "vocabularies",
      CampaignData.vocabularies.dropLast(2).reduce(0) { $0 + $1.terms.count }
    ),
  ]

  @Test func `every file of the folder is built in, byte for byte`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Data/tables").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") }
    #expect(files.count > 10)
    for file in files {
      let bytes = try Data(contentsOf: folder.appendingPathComponent(file))
      #expect(EmbeddedTable.bytes(named: String(file.dropLast(4))) == Array(bytes), "\(file)")
    }
  }

  @Test func `every record of every table is used and names its source`() {
    for (name, values) in Self.tables {
      let table = EmbeddedTable(named: name)
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
