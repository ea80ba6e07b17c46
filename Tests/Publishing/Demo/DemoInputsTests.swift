import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct DemoInputsTests {
  @Test func `every file is written and every heading is known to its kind`() throws {
    let campaign = try DemoCampaign.generate(seed: 7, cities: ["410600"], density: 0.1)
    try inTemporaryFolder { folder in
      try DemoInputs.write(campaign, to: folder + "/inputs")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/inputs").sorted()
      #expect(names == DemoInputs.files.map(\.name).sorted())
      for file in DemoInputs.files {
        let kind = try #require(Schema.kind(named: file.kind))
        let reader = try VectorReader(path: "\(folder)/inputs/\(file.name)")
        let fields = reader.fields
        #expect(fields.count > 3)
        #expect(fields.allSatisfy { kind.column(forHeading: $0.name) != nil })
      }
    }
  }

  @Test func `every fact has its row`() throws {
    let campaign = try DemoCampaign.generate(seed: 7, cities: ["410600"], density: 0.1)
    let facts = campaign.facts
    #expect(rows(DemoInputs.sites(facts.sites)) == facts.sites.count)
    #expect(rows(DemoInputs.visits(facts.visits, of: facts.sites)) == facts.visits.count)
    #expect(rows(DemoInputs.complaints(facts.complaints)) == facts.complaints.count)
    #expect(rows(DemoInputs.anomalies(facts.anomalies)) == facts.anomalies.count)
    #expect(rows(DemoInputs.alerts(facts.alerts)) == facts.alerts.count)
    #expect(rows(DemoInputs.teams(facts.teams)) == facts.teams.count)
    #expect(rows(DemoInputs.hotCells(facts.cells)) == facts.cells.count { $0.isHot })
  }

  @Test func `what a visit found is of a type that fits its site`() throws {
    let sites = [("dust", "dust"), ("scattered", "scattered_off_list"), ("", "other")].map {
      topic, type in
      (
        Site(
          id: topic, name: "", position: Coordinate(0, 0), topics: topic.isEmpty ? [] : [topic],
          knownAt: Fixture.known), type
      )
    }
    for (site, type) in sites {
      let visit = Visit(
        id: "V1", siteID: site.id, teamID: "t", round: 13, visitedAt: Fixture.known,
        outcome: "problem", knownAt: Fixture.known)
      #expect(DemoProblem(of: visit, at: site).type == type)
    }
    let types = Set(CampaignData.vocabulary(named: "problem_type")?.terms.map(\.key) ?? [])
    #expect(types.isSuperset(of: sites.map(\.1)))
  }

  @Test func `keys become Chinese words`() {
    let alert = Alert(
      id: "a", cellID: "c", period: "2018-11", reason: "year_on_year", value: 61.04,
      change: nil, issuedAt: Fixture.known, knownAt: Fixture.known)
    let text = DemoInputs.alerts([alert])
    #expect(
      text.hasSuffix(
        "\na,c,2018-11,同比,61.0,,2018-12-23T18:00:00+08:00,2018-12-23T18:00:00+08:00\n"))
  }

  @Test func `the truth can be read back`() throws {
    let campaign = try DemoCampaign.generate(seed: 7, cities: ["410600"], density: 0.1)
    try inTemporaryFolder { folder in
      try DemoInputs.writeTruth(campaign.truth, to: folder + "/truth")
      let text = try String(
        contentsOfFile: "\(folder)/truth/\(DemoInputs.truthName)", encoding: .utf8)
      let back = try #require(DemoTruth(text: text))
      #expect(back.siteCount == campaign.truth.siteCount)
      #expect(back.violatingSites == campaign.truth.violatingSites)
    }
  }

  private func rows(_ text: String) -> Int {
    text.split(separator: "\n").count - 1
  }
}
