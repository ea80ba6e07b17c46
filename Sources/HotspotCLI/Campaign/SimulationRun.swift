import CampaignData
import Geo
import Inspection
import Publishing
import Terminal

/// Runs a simulated campaign and tells each round with its time.
struct SimulationRun {
  let settings: SimulationSettings
  let console: Console
  /// Wall and processor seconds of each round, by number.
  private(set) var timing: [Int: (seconds: Double, processor: Double)] = [:]

  init(settings: SimulationSettings, console: Console) {
    self.settings = settings
    self.console = console
  }

  /// Plays it.
  mutating func campaign() throws -> SimulatedCampaign {
    var stopwatch = Stopwatch()
    var processor = ProcessorUse.seconds
    var simulation = try CampaignSimulation(settings)
    console.step(zh: "虚构地面", en: "invented ground", seconds: stopwatch.seconds())
    var timing: [Int: (seconds: Double, processor: Double)] = [:]
    let console = console
    let campaign = try simulation.run { round in
      try Interruption.check()
      let seconds = stopwatch.seconds()
      let used = ProcessorUse.seconds
      timing[round.round.number] = (seconds, used - processor)
      processor = used
      let rate = ReportCell.decimal(100 * round.found.rate, places: 1).text(.en)
      let covered = ReportCell.decimal(100 * round.coverage, places: 1).text(.en)
      console.step(
        zh: "第 \(round.round.number) 轮：检查 \(round.visits)，问题 \(round.problems)，"
          + "每百次 \(rate)，覆盖 \(covered)%",
        en: "round \(round.round.number): \(round.visits) visits, \(round.problems) problems, "
          + "\(rate) per 100, \(covered) % of townships", seconds: seconds)
    }
    self.timing = timing
    return campaign
  }
}
