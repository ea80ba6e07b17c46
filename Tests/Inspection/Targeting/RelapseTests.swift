import CampaignData
import Testing

@testable import Inspection

@Suite struct RelapseTests {
  /// A problem at a site, found thirty days ago and verified ten days ago.
  private func mini(_ results: [(site: Int, result: String)], daysAgo: Int = 10) -> MiniCampaign {
    var mini = MiniCampaign()
    let found = moment(daysAgo: daysAgo + 20)
    for (site, result) in results {
      let id = mini.facts.sites[site].id
      mini.facts.visits.append(
        Visit(
          id: "v\(site)", siteID: id, teamID: "T1", round: 12, visitedAt: found,
          outcome: "problem", knownAt: found))
      mini.facts.problems.append(
        FoundProblem(id: "p\(site)", visitID: "v\(site)", state: "handed_over", knownAt: found))
      guard !result.isEmpty else { continue }
      let seen = moment(daysAgo: daysAgo)
      mini.facts.rechecks.append(
        Recheck(problemID: "p\(site)", visitedAt: seen, result: result, knownAt: seen))
    }
    return mini
  }

  private func moment(daysAgo: Int) -> Moment {
    Moment(secondsSince1970: MiniCampaign.now.secondsSince1970 - Int64(daysAgo) * 86_400)
  }

  @Test func `what came back counts more, what was put right less, what was none not at all`()
    throws
  {
    let results = ["", "done", "false", "recurred", "not_done", "partly"]
    let mini = mini(results.enumerated().map { ($0, $1) })
    let chances = try mini.targets().chances
    let (open, done, none) = (chances[0], chances[1], chances[2])
    let (back, notDone, partly) = (chances[3], chances[4], chances[5])
    #expect(back == notDone && back > open && open == partly && open > done && done > none)
    let reasons = try mini.targets().target(at: 3).reasons
    let relapse = try #require(reasons.first { $0.key == "relapse" })
    #expect(relapse.zh == "反弹或未整改 2018-12-13" && relapse.table == .rechecks)
    #expect(relapse.factIDs == ["p3@2018-12-13"])
    #expect(abs((relapse.chanceWithout ?? 0) - open) < 1e-12)
    let dismissed = try mini.targets().target(at: 2).reasons
    #expect(!dismissed.contains { $0.key == "previous_problem" })
  }

  @Test func `a relapse fades by its half-life`() throws {
    let weight = try #require(CampaignData.weights["relapse"])
    let half = Int(try #require(weight.halfLifeDays))
    for (days, share) in [(0, 1.0), (half, 0.5), (2 * half, 0.25)] {
      let mini = mini([(0, "recurred")], daysAgo: days)
      let found = try mini.targets().findings(at: 0).first { $0.key == "relapse" }
      #expect(abs((found?.logOdds ?? 0) - weight.logOdds * share) < 1e-9)
    }
  }

  @Test func `the last verification of a problem counts`() throws {
    var mini = mini([(0, "recurred")])
    let later = moment(daysAgo: 1)
    mini.facts.rechecks.append(
      Recheck(problemID: "p0", visitedAt: later, result: "done", knownAt: later))
    let findings = try mini.targets().findings(at: 0)
    #expect(!findings.contains { $0.key == "relapse" })
  }

  @Test func `without one of several problems settled the visit counts in full`() throws {
    var mini = mini([(0, "done"), (1, "")])
    mini.facts.problems.append(
      FoundProblem(id: "q0", visitID: "v0", state: "open", knownAt: moment(daysAgo: 30)))
    let chances = try mini.targets().chances
    #expect(chances[0] == chances[1])
  }
}
