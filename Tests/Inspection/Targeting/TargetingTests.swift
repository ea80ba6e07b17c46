import CampaignData
import Geo
import Inspection
import Testing

@Suite struct TargetingTests {
  private func target(_ id: String, in targets: TargetList) throws -> Target {
    let index = try #require((0..<targets.count).first { targets.identifier(at: $0) == id })
    return targets.target(at: index)
  }

  @Test func `a complaint raises the chance of the site beside it, and less of one farther off`()
    throws
  {
    var campaign = MiniCampaign()
    campaign.facts.complaints = [
      campaign.complaint("C1", north: 100, of: 0), campaign.complaint("C2", north: 900, of: 5),
    ]
    let targets = try campaign.targets()
    let near = try target("S100-0", in: targets)
    let far = try target("S101-0", in: targets)
    let none = try target("S103-0", in: targets)
    #expect(near.chance > far.chance)
    #expect(far.chance > none.chance)
    #expect(near.reasons.contains { $0.zh == "投诉 1 件, 最近 100 m" && $0.factIDs == ["C1"] })
  }

  @Test func `a complaint counts less the older it is, and less still when found untrue`() throws {
    var chances: [Double] = []
    for (days, verified) in [(1, true), (1, nil), (60, nil), (60, false)] as [(Int, Bool?)] {
      var campaign = MiniCampaign()
      campaign.facts.complaints = [
        campaign.complaint("C1", north: 100, of: 0, daysAgo: days, verified: verified)
      ]
      chances.append(try target("S100-0", in: campaign.targets()).chance)
    }
    #expect(chances == chances.sorted(by: >))
    #expect(Set(chances).count == 4)
  }

  @Test func `a complaint that names a firm speaks for that firm, however its name is spelt`()
    throws
  {
    var campaign = MiniCampaign()
    campaign.facts.sites[3].name = "石家庄华新水泥有限责任公司"
    let plain = try target("S100-3", in: campaign.targets()).chance
    var complaint = campaign.complaint("C1", north: 2500, of: 3)
    complaint.target = "石家庄（华新）水泥 有限公司"
    campaign.facts.complaints = [complaint]
    let named = try target("S100-3", in: campaign.targets())
    #expect(named.chance > plain)
    #expect(named.reasons.contains { $0.key == "complaint_named" && $0.factIDs == ["C1"] })
    let other = try target("S101-3", in: campaign.targets())
    #expect(!other.reasons.contains { $0.key == "complaint_named" })
  }

  @Test func `what an alert adds is shared by the sites of its cell`() throws {
    var added: [Double] = []
    for sites in [1, 20] {
      var campaign = MiniCampaign(columns: 1, rows: 1, sites: 0)
      let place = Coordinate(114.45, 37.95)
      campaign.facts.sites = (0..<sites).map {
        Site(id: "S\(100 + $0)", name: "示例", position: place, knownAt: MiniCampaign.known)
      }
      var transformer = try Transformer(from: .wgs84, to: .albersChina)
      let cell = EqualAreaGrid().cell(at: try transformer.transform(place))
      campaign.facts.cells = [
        Cell(
          id: cell.description, place: cell, cityCodes: [], isHot: true, knownAt: MiniCampaign.known
        )
      ]
      let plain = try target("S100", in: campaign.targets()).chance
      campaign.facts.alerts = [
        Alert(
          id: "A1", cellID: cell.description, period: "2018-12", reason: "live",
          issuedAt: MiniCampaign.now, knownAt: MiniCampaign.now)
      ]
      let alerted = try target("S100", in: campaign.targets()).chance
      added.append(alerted / (1 - alerted) / (plain / (1 - plain)) - 1)
    }
    #expect(abs(added[0] / added[1] - 20) < 1e-6)
  }

  @Test func `an alert speaks for the sites of its cell, in words with its period`() throws {
    var campaign = MiniCampaign()
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    let place = try transformer.transform(campaign.facts.sites[0].position)
    let cell = EqualAreaGrid().cell(at: place)
    campaign.facts.cells = [
      Cell(
        id: cell.description, place: cell, cityCodes: ["130100"], isHot: true,
        knownAt: MiniCampaign.known)
    ]
    let plain = try target("S100-0", in: campaign.targets())
    campaign.facts.alerts = [
      Alert(
        id: "A1", cellID: cell.description, period: "2018-11", reason: "year_on_year",
        issuedAt: MiniCampaign.known, knownAt: MiniCampaign.known)
    ]
    let alerted = try target("S100-0", in: campaign.targets())
    #expect(alerted.chance > plain.chance)
    #expect(alerted.cellID == cell.description)
    #expect(alerted.reasons.contains { $0.zh.hasSuffix("2018-11") && $0.factIDs == ["A1"] })
  }

  @Test func `evidence far from every site becomes a search with the nearest sites`() throws {
    var campaign = MiniCampaign(sites: 1)
    campaign.facts.complaints = [campaign.complaint("C1", north: 3000, of: 0)]
    let search = try target("search:C1", in: campaign.targets())
    #expect(search.kind == .search)
    #expect(search.nearby.first?.siteID == "S100-0")
    let nearest = try #require(search.nearby.first)
    #expect(abs(nearest.distance - 3000) < 20)
    #expect(abs(nearest.bearing - 180) < 1)
  }

  @Test func `a township with no site is patrolled inside its border`() throws {
    var campaign = MiniCampaign()
    campaign.facts.sites.removeAll { $0.id.hasPrefix("S105") }
    let patrol = try target("patrol:130102105", in: campaign.targets())
    #expect(patrol.kind == .patrol)
    #expect(patrol.township == 5)
    #expect(campaign.facts.townships[5].area.envelope.contains(patrol.position))
    let plan = try campaign.roundPlan()
    #expect(plan.coverage[5].planned == 1)
  }

  @Test func `an anomaly and an earlier problem raise a chance, a recent clean visit lowers it`()
    throws
  {
    var campaign = MiniCampaign()
    let base = try target("S100-1", in: campaign.targets()).chance
    campaign.facts.anomalies = [
      PowerAnomaly(
        id: "P1", siteID: "S100-1", rule: "ordered_stop", startedAt: MiniCampaign.known,
        severity: 1, detail: "62 %", knownAt: MiniCampaign.known)
    ]
    let anomalous = try target("S100-1", in: campaign.targets())
    #expect(anomalous.chance > base)
    #expect(anomalous.reasons.contains { $0.zh.hasSuffix("62 %") })
    for (outcome, isHigher) in [("problem", true), ("none", false)] {
      campaign.facts.anomalies = []
      campaign.facts.visits = [
        Visit(
          id: "V1", siteID: "S100-1", teamID: "T1", round: 13, visitedAt: MiniCampaign.now,
          outcome: outcome, knownAt: MiniCampaign.now)
      ]
      #expect(try (target("S100-1", in: campaign.targets()).chance > base) == isHigher)
    }
  }

  @Test func `a topic that the plan stresses in December raises a chance, another does not`() throws
  {
    let december = MiniCampaign.now.date
    let stressed = try #require(CampaignData.topics.first { $0.isEmphasised(on: december) })
    let other = try #require(CampaignData.topics.first { !$0.isEmphasised(on: december) })
    var campaign = MiniCampaign()
    campaign.facts.sites[0].topics = [stressed.key]
    campaign.facts.sites[1].topics = [other.key]
    let targets = try campaign.targets()
    #expect(targets.chances[0] > targets.chances[1])
    #expect(targets.chances[1] == targets.chances[2])
  }

  @Test func `chances are probabilities and the same on every run`() throws {
    var campaign = MiniCampaign(sites: 40)
    campaign.facts.complaints = (0..<50).map {
      campaign.complaint("C\($0)", north: Double($0 * 7), of: $0 * 3)
    }
    let first = try campaign.targets().chances
    #expect(first.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(try campaign.targets().chances == first)
  }
}
