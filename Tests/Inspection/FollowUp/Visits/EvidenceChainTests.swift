import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct EvidenceChainTests {
  private let rules = EvidenceRules(confirmedMinimum: 2, positionMetres: 500)
  private let morning = Moment(CalendarDate(daysSince1970: 17_880), hour: 10)
  private let place = Coordinate(114.5, 38.05)

  private var site: Site { Site(id: "s", name: "甲厂", position: place, knownAt: morning) }

  private func visit(_ change: (inout VisitReport) -> Void = { _ in }) -> VisitReport {
    var visit = VisitReport(
      id: "v", siteID: "s", teamID: "t", round: 13, visitedAt: morning, outcome: "problem",
      position: place, confirmedBy: ["张三", "李四"], photos: ["1.jpg"], record: "笔录.pdf",
      knownAt: morning)
    change(&visit)
    return visit
  }

  private var problem: FoundProblem {
    FoundProblem(id: "v-1", visitID: "v", type: "dust", knownAt: morning)
  }

  private func gaps(_ change: (inout VisitReport) -> Void) -> [String] {
    EvidenceChain(of: visit(change), site: site, problems: [problem], rules: rules).gaps.map(\.key)
  }

  @Test func `what has all is complete`() {
    let chain = EvidenceChain(of: visit(), site: site, problems: [problem], rules: rules)
    #expect(chain.isComplete)
  }

  @Test func `each part that is missing is a gap of its own`() {
    #expect(gaps { $0.confirmedBy = ["张三"] } == ["who"])
    #expect(gaps { $0.confirmedBy = ["张三", "张三"] } == ["who"])
    #expect(gaps { $0.teamID = "" } == ["team"])
    #expect(gaps { $0.visitedAt = Moment(CalendarDate(daysSince1970: 17_880)) } == ["when"])
    #expect(gaps { $0.position = nil } == ["where"])
    #expect(gaps { $0.position = Coordinate(114.51, 38.05) } == ["distance"])
    #expect(gaps { $0.outcome = "" } == ["outcome"])
    #expect(gaps { $0.record = nil } == ["record"])
    #expect(gaps { $0.photos = [] } == ["photo"])
  }

  @Test func `a problem needs its type`() {
    var untyped = problem
    untyped.type = nil
    for problems in [[], [untyped], [problem, untyped]] {
      let chain = EvidenceChain(of: visit(), site: site, problems: problems, rules: rules)
      #expect(chain.gaps == [.type])
    }
  }

  @Test func `where nothing is claimed, neither record nor photo is needed`() {
    let visit = visit {
      $0.outcome = "none"
      $0.record = nil
      $0.photos = []
    }
    #expect(EvidenceChain(of: visit, site: site, problems: [], rules: rules).isComplete)
  }

  @Test func `a target needs no site, any other visit does`() {
    let target = visit { $0.siteID = "search:12" }
    #expect(EvidenceChain(of: target, site: nil, problems: [problem], rules: rules).isComplete)
    let chain = EvidenceChain(of: visit(), site: nil, problems: [problem], rules: rules)
    #expect(chain.gaps == [.site])
  }

  @Test func `gaps say how far and how many, in both languages`() {
    let chain = EvidenceChain(
      of: visit {
        $0.confirmedBy = ["张三"]
        $0.position = Coordinate(114.51, 38.05)
      }, site: site, problems: [problem], rules: rules)
    #expect(chain.gaps.map(\.words.zh) == ["确认人不足（1/2）", "位置偏离点位 876 米"])
    #expect(chain.gaps.map(\.words.en).last == "position off the site by 876 m")
    let all: [EvidenceGap] = [
      .team, .when, .site, .place, .outcome, .type, .record, .photo, .who(found: 0, needed: 2),
      .distance(metres: 1),
    ]
    let known = CampaignData.vocabulary(named: "evidence_gap")?.terms.map(\.key) ?? []
    #expect(Set(all.map(\.key)) == Set(known))
  }
}
