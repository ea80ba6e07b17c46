import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct FindingsCallTests {
  /// Visits of a round of 14 days, twelve a day, at one chance.
  private func visits(
    _ team: String, round: CampaignRound, chance: Double, skill: Double, seed: Int
  ) -> [JudgedVisit] {
    var random = DemoRandom(seed: 7, stream: team, number: seed)
    return (0..<round.length).flatMap { day in
      (0..<12).map { _ in
        let hit = random.chance(chance * skill)
        return JudgedVisit(
          id: "", teamID: team, round: round.number, day: round.firstDay + day, chance: chance,
          problems: hit ? 1 : 0, points: hit ? 1 : 0)
      }
    }
  }

  private func past() throws -> [JudgedVisit] {
    try [9, 10].flatMap { number in
      let round = try #require(CampaignData.rounds.round(number))
      return (0..<20).flatMap {
        visits("T\($0)", round: round, chance: 0.15, skill: 1, seed: number)
      }
    }
  }

  private var settings: CallSettings {
    var settings = CallSettings()
    settings.simulated = 2000
    return settings
  }

  @Test func `the chance of a run is that of all its outcomes`() {
    let trials = [[0.2, 0.5], [0.3], [0.1, 0.4]]
    let calibration = ChanceCalibration([])
    let units = PointUnits(calibration)
    var three = CallSettings()
    three.longest = 3
    let windows = CallWindow.ending(
      on: 2, trials: trials, skills: [1], units: units, settings: three)
    let expected = PoissonBinomial(of: trials.joined(), upTo: 5).cumulative
    #expect(windows.count == 1 && windows[0].days == 0...2)
    for count in 0...1 {
      #expect(abs(windows[0].tail(count * 4) - expected[count]) < 1e-14)
    }
    #expect(windows[0].tail(100) == 1)
    #expect(
      CallWindow.ending(on: 1, trials: trials, skills: [1], units: units, settings: three).isEmpty)
  }

  @Test func `a longer run ends on the same day and begins earlier`() {
    let trials = [[Double]](repeating: [0.1, 0.2], count: 6)
    let windows = CallWindow.ending(
      on: 5, trials: trials, skills: [0.8, 1.2], units: PointUnits(ChanceCalibration([])),
      settings: CallSettings())
    #expect(windows.map(\.days) == [3...5, 2...5, 1...5, 0...5])
    #expect(zip(windows, windows.dropFirst()).allSatisfy { $0.tail(0) > $1.tail(0) })
  }

  @Test func `simulated ordinary teams are called about as seldom as stated`() throws {
    let call = FindingsCall(past: try past(), settings: settings)
    #expect(call.simulated.trials == 2000)
    #expect(call.simulated.rate <= 0.01 && call.simulated.rate > 0.001)
    #expect(call.level > 0 && call.level < 0.02)
    let again = FindingsCall(past: try past(), settings: settings)
    #expect(again.level == call.level)
  }

  @Test func `a team that finds nothing is called about, an ordinary one is not`() throws {
    let round = try #require(CampaignData.rounds.round(13))
    let call = FindingsCall(past: try past(), settings: settings)
    let own =
      visits("lazy", round: round, chance: 0.15, skill: 0, seed: 1)
      + visits("mean", round: round, chance: 0.15, skill: 1, seed: 1)
    let findings = call.findings(on: round.firstDay + 6, visits: own)
    #expect(findings.map(\.teamID) == ["lazy", "mean"])
    #expect(findings.map(\.isCalled) == [true, false])
    #expect(findings[0].points == 0 && findings[0].days == round.firstDay...(round.firstDay + 6))
    #expect(findings[0].visits == 84)
    #expect(call.findings(on: round.firstDay + 1, visits: own).isEmpty)
    #expect(call.firstCalls(of: own)["mean"] == .some(nil))
  }

  @Test func `hard ground calls about nobody who finds nothing for three days`() throws {
    let round = try #require(CampaignData.rounds.round(13))
    var three = settings
    three.longest = 3
    let call = FindingsCall(past: try past(), settings: three)
    let own = visits("hard", round: round, chance: 0.02, skill: 0, seed: 1)
    let finding = try #require(call.findings(on: round.firstDay + 2, visits: own).first)
    #expect(finding.shortestPoints == 0 && !finding.isCalled && finding.chance > 0.3)
  }

  @Test func `without a past nobody is called about`() throws {
    let round = try #require(CampaignData.rounds.round(13))
    let call = FindingsCall(past: [], settings: settings)
    #expect(call.level == 0 && call.simulated.trials == 0)
    let own = visits("T", round: round, chance: 0.3, skill: 0, seed: 1)
    #expect(call.findings(on: round.firstDay + 5, visits: own).allSatisfy { !$0.isCalled })
  }
}
