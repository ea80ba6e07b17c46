import CampaignData
import Testing

@testable import Inspection

@Suite struct EvidenceReplayTests {
  @Test("the doses of a visit give the chance that targeting gave, under any weights")
  func dosesGiveTheChance() throws {
    let campaign = try DemoCampaign.generate(seed: 5, scale: 0.03)
    let moment = Moment(CalendarDate(daysSince1970: 17_878))
    let snapshot = try Snapshot(asOf: moment, facts: campaign.facts(asOf: moment))
    let visits = snapshot.facts.sites.prefix(1500).map { site in
      Visit(
        id: "v" + site.id, siteID: site.id, teamID: "t", round: 13, visitedAt: moment,
        outcome: "none", knownAt: moment)
    }
    let records = try EvidenceReplay.records(of: Array(visits), snapshot: snapshot)
    #expect(records.count == visits.count)
    // Other weights too, some of them 0 by default; complaints and alerts included.
    let others = [
      "hot_cell": 0.9, "alert_live": 1.1, "complaint": 0.7, "kind_firm": -0.4, "alert_level": 2,
    ]
    for weights in [CampaignData.weights, CampaignData.weights.replacing(others)] {
      let targets = try Targeting.targets(of: snapshot, weights: weights)
      let values = weights.all.map(\.logOdds)
      let base = weights.all.firstIndex { $0.key == "base" }
      var chances: [String: Double] = [:]
      for index in 0..<snapshot.facts.sites.count {
        chances[targets.identifier(at: index)] = targets.chances[index]
      }
      let worst = zip(records, visits).map { record, visit in
        let chance = OutcomeLoss.chance(record.logOdds(values, base: base))
        return abs(chance - (chances[visit.siteID] ?? -1))
      }.max()
      #expect((worst ?? 1) < 1e-9)
    }
    let kinds = Set(records.flatMap { $0.pieces.map { CampaignData.weights.all[$0.weight].key } })
    #expect(kinds.isSuperset(of: ["hot_cell", "complaint", "no_previous_visit", "kind_firm"]))
    #expect(records.contains { $0.pieces.contains { $0.sharers > 1 } })
  }

  @Test("visits of searches, of unknown sites and refused ones have no record")
  func leftOut() throws {
    let campaign = MiniCampaign()
    let snapshot = try campaign.snapshot()
    let visits = ["S100-0 problem", "S100-1 refused", "search:C1 none", "nobody none"].map { text in
      let parts = text.split(separator: " ").map(String.init)
      return Visit(
        id: text, siteID: parts[0], teamID: "t", round: 13, visitedAt: MiniCampaign.now,
        outcome: parts[1], knownAt: MiniCampaign.now)
    }
    let records = try EvidenceReplay.records(of: visits, snapshot: snapshot)
    #expect(records.map(\.visitID) == ["S100-0 problem"])
    #expect(records.first?.outcome == 1)
  }
}
