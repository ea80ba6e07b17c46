import CampaignData
import Inspection
import Testing

@Suite struct NewEvidenceTests {
  @Test func `only facts that became known after the moment are told`() throws {
    var campaign = MiniCampaign()
    campaign.facts.complaints = [
      campaign.complaint("old", north: 20, of: 7, daysAgo: 5),
      campaign.complaint("new", north: 20, of: 7, daysAgo: 1),
    ]
    let targets = try campaign.targets()
    let evidence = NewEvidence(targets, since: MiniCampaign.now.adding(seconds: -2 * 86_400))
    #expect(evidence.facts(about: campaign.facts.sites[7].id) == ["new"])
    #expect(evidence.facts(about: campaign.facts.sites[50].id).isEmpty)
    #expect(NewEvidence(targets, since: MiniCampaign.now).facts(about: "S101-2").isEmpty)
  }
}
