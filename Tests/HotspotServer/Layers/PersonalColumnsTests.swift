import CampaignData
import Testing

@testable import HotspotServer

@Suite struct PersonalColumnsTests {
  @Test func `no table with people's names and numbers is a layer`() {
    let served = TableLayers.served.map(\.table)
    let personal: Set<String> = ["licence", "phone", "mobile", "email"]
    for table in Schema.tables where table.columns.contains(where: { personal.contains($0.name) }) {
      #expect(!served.contains(table.name), "\(table.name)")
    }
    #expect(!served.contains("crews"))
    #expect(!served.contains("rejects"))
  }
}
