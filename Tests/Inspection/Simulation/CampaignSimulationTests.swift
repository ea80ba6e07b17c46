import CampaignData
import Testing

@testable import Inspection

@Suite struct CampaignSimulationTests {
  private static func settings(
    rounds: ClosedRange<Int>, learning: Int? = 1, effort: SimulationSettings.Effort? = nil
  ) -> SimulationSettings {
    var plan = MiniCampaign.settings
    plan.iterations = 20
    plan.randomShare = 0.2
    return SimulationSettings(
      seed: 11, scale: 0.02, density: 0.3, rounds: rounds, calibrateEvery: learning,
      effort: effort, plan: plan)
  }

  private static func play(_ settings: SimulationSettings) throws -> SimulatedCampaign {
    var simulation = try CampaignSimulation(settings)
    return try simulation.run()
  }

  private static let three = Result { try play(settings(rounds: 1...3)) }

  @Test func `the same settings give the same campaign`() throws {
    let (one, other) = (try Self.three.get(), try Self.play(Self.settings(rounds: 1...3)))
    // Correlations may be not a number, which equals nothing.
    #expect(one.rounds.map(\.problems) == other.rounds.map(\.problems))
    #expect(one.rounds.map(\.metres) == other.rounds.map(\.metres))
    #expect(one.rounds.map(\.expected) == other.rounds.map(\.expected))
    #expect(one.rounds.map(\.baselines) == other.rounds.map(\.baselines))
    #expect(one.rounds.map(\.verification) == other.rounds.map(\.verification))
    #expect(one.reliability == other.reliability && one.learned == other.learned)
  }

  @Test func `what comes later changes no round before`() throws {
    let short = try Self.play(Self.settings(rounds: 1...2))
    let long = try Self.three.get()
    for (one, other) in zip(short.rounds, long.rounds) {
      #expect(one.visits == other.visits && one.problems == other.problems)
      #expect(one.expected == other.expected && one.metres == other.metres)
      #expect(one.baselines == other.baselines)
    }
  }

  @Test func `every township is visited, and the due problems are verified`() throws {
    let campaign = try Self.three.get()
    #expect(campaign.rounds.count == 3)
    for round in campaign.rounds {
      #expect(round.teams > 0 && round.visits > 0)
      // A stop in fifty is missed, so a township may be.
      #expect(round.coverage > 0.9 && round.plannedTownships == round.townships)
      #expect(round.violating > 0 && round.violating < 0.3)
    }
    let verified = try #require(campaign.rounds[1].verification)
    #expect(verified.from == CampaignData.rounds.round(2)?.verificationFrom)
    #expect(verified.due > 0 && verified.inTime + verified.late <= verified.due)
    #expect(verified.inTimeShare > 0.8)
    #expect(campaign.rounds[0].verification == nil)
  }

  @Test func `without learning the weights stay`() throws {
    let campaign = try Self.play(Self.settings(rounds: 1...2, learning: nil))
    #expect(campaign.learned.isEmpty && campaign.rounds.allSatisfy { !$0.isLearned })
  }

  @Test func `teams are there in the phases of their region`() throws {
    // The smallest city of the Fenwei Plain has teams from phase 2 on.
    var settings = Self.settings(rounds: 4...5, learning: nil)
    settings.cities = ["610200", "140300"]
    let campaign = try Self.play(settings)
    #expect(campaign.rounds[0].teams < campaign.rounds[1].teams)
    #expect(campaign.rounds[1].teams == campaign.teams)
    #expect(campaign.rounds[0].townships < campaign.rounds[1].townships)
  }

  @Test func `efforts are compared on the same facts`() throws {
    let settings = Self.settings(
      rounds: 1...1, effort: .init(round: 1, iterations: [0, 20]))
    let campaign = try Self.play(settings)
    #expect(campaign.efforts.map(\.iterations) == [0, 20])
    #expect(campaign.efforts.allSatisfy { $0.stops > 0 && $0.expected > 0 && $0.metres > 0 })
  }
}
