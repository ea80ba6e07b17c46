import CampaignData
import Foundation
import Geo
import Testing

@testable import Inspection

@Suite struct DemoTruthTests {
  let demo: DemoCampaign

  init() throws { demo = try SmallDemo.campaign.get() }

  @Test func `the truth survives being written as text`() throws {
    let text = demo.truth.text
    let read = try #require(DemoTruth(text: text))
    #expect(read.text == text)
    #expect(read.violatingSites == demo.truth.violatingSites)
    #expect(read.hiddenFirms == demo.truth.hiddenFirms)
    #expect(DemoTruth(text: String(text.dropLast(5))) == nil)
    #expect(DemoTruth(text: "id,name\n1,a\n") == nil)
  }

  @Test func `a visit finds what violates and shows by day, once`() throws {
    let date = demo.truth.date
    let wrong = try #require(
      demo.facts.sites.first { demo.truth.showsProblem($0.id, on: date) == true })
    let clean = try #require(demo.facts.sites.first { !demo.truth.violates($0.id) })
    let visits = [wrong, clean, wrong].map {
      DemoScore.Visit(siteID: $0.id, position: $0.position, date: date)
    }
    let score = DemoScore.score(visited: visits, truth: demo.truth)
    #expect((score.visits, score.problems, score.hiddenFirms) == (3, 1, 0))
    #expect(abs(score.hitRate - 1.0 / 3) < 1e-12)
  }

  @Test func `a search near a hidden firm finds it, one far away does not`() throws {
    let date = demo.truth.date
    let firm = try #require(
      demo.truth.hiddenFirms.first { $0.isFindable && $0.spell.contains(date) })
    let near = Coordinate(firm.position.x, firm.position.y + 0.001)
    let far = Coordinate(firm.position.x, firm.position.y + 5)
    let visits = [near, near, far].map {
      DemoScore.Visit(siteID: "search:1", position: $0, date: date)
    }
    let score = DemoScore.score(visited: visits, truth: demo.truth)
    #expect(score.hiddenFirms >= 1)
    #expect(score.problems == score.hiddenFirms)
    #expect(score.visits == 3)
  }

  @Test func `nothing visited is nothing found`() {
    let score = DemoScore.score(visited: [], truth: demo.truth)
    #expect((score.visits, score.problems) == (0, 0))
    #expect(score.hitRate == 0)
  }

  @Test func `outcomes of past visits follow from the truth`() {
    var found = 0
    for visit in demo.facts.visits where visit.outcome == "problem" {
      if demo.truth.showsProblem(visit.siteID, on: visit.visitedAt.date) == true { found += 1 }
    }
    #expect(found == demo.facts.visits.filter { $0.outcome == "problem" }.count)
  }

  @Test func `mean chance and violators agree`() {
    let chances = demo.facts.sites.compactMap { demo.truth.probability($0.id) }
    #expect(chances.count == demo.facts.sites.count)
    #expect(chances.allSatisfy { (0...1).contains($0) })
    let mean = chances.reduce(0, +) / Double(chances.count)
    let share = Double(demo.truth.violatingSites) / Double(demo.truth.siteCount)
    #expect(abs(mean - share) < 0.3 * mean)
  }

  @Test func `a higher hazard scale never lowers a chance`() {
    var random = DemoRandom(seed: 5, stream: "test")
    for _ in 0..<200 {
      let factors = LatentFactors(
        diligence: random.unit(), wear: random.unit(), watch: random.unit(),
        runsAtNight: random.chance(0.5), exposure: random.unit())
      let low = ViolationModel(scale: 0.5).probability(factors)
      let high = ViolationModel(scale: 1.5).probability(factors)
      #expect(low <= high && (0...1).contains(low) && (0...1).contains(high))
    }
  }

  @Test func `the hidden model shares no number with the weights of targeting`() throws {
    let weights = CampaignData.weights.all.map(\.value.magnitude)
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Inspection/Demo/Truth")
    var numbers = 0
    for file in ["LatentFactors", "ViolationModel", "Violations"] {
      let source = try String(
        contentsOf: folder.appending(path: file + ".swift"), encoding: .utf8)
      for match in source.matches(of: /\d+\.\d+/) {
        let number = try #require(Double(match.output))
        numbers += 1
        // 0 and 1 are no choices but the ends of a share.
        #expect(number == 0 || number == 1 || !weights.contains(number), "\(file): \(number)")
      }
    }
    #expect(numbers > 15)
  }
}
