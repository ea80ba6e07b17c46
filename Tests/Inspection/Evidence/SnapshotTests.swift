import CampaignData
import Geo
import Inspection
import Testing

@Suite struct SnapshotTests {
  @Test func `a snapshot holds nothing known later`() throws {
    var campaign = MiniCampaign()
    campaign.facts.sites[3].knownAt = MiniCampaign.now
    let before = Moment(secondsSince1970: MiniCampaign.now.secondsSince1970 - 1)
    #expect(try campaign.snapshot(asOf: before).facts.sites.count == 59)
    #expect(try campaign.snapshot(asOf: MiniCampaign.now).facts.sites.count == 60)
  }

  @Test func `every site lies in the township it was put in, also on shared borders`() throws {
    var campaign = MiniCampaign()
    campaign.facts.sites.append(
      Site(id: "Z", name: "示例", position: Coordinate(114.48, 37.98), knownAt: MiniCampaign.known))
    let snapshot = try campaign.snapshot()
    for (index, site) in snapshot.facts.sites.enumerated() {
      let township = snapshot.facts.townships[Int(snapshot.siteTownships[index])]
      #expect(township.area.envelope.contains(site.position))
    }
  }

  @Test func `a position outside all townships, or none, has no township`() throws {
    var campaign = MiniCampaign()
    campaign.facts.sites.append(
      Site(id: "Z", name: "示例", position: Coordinate(100, 30), knownAt: MiniCampaign.known))
    var lost = campaign.complaint("C1", north: 0, of: 0)
    lost.position = nil
    campaign.facts.complaints = [lost]
    let snapshot = try campaign.snapshot()
    #expect(snapshot.siteTownships.last == -1)
    #expect(snapshot.complaintTownships == [-1])
    #expect(snapshot.complaintCells == [-1])
  }
}
