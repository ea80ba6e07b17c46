import ArgumentParser
import Inspection
import Publishing
import Terminal

/// Tries the three-day call and the naive rule on invented teams; for those who change the rule.
struct RankTrialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial",
    abstract: "Try the three-day call and the naive rule on simulated teams.",
    discussion: """
      Examples:
        hotspot rank trial --seed 1 --teams 290 --rounds 20
        hotspot rank trial --rate 0.05 --share 0.5      a looser alarm, teams half as diligent
      """)

  @Option(help: "Seed of everything random.") var seed: UInt64 = 1
  @Option(help: "Teams.") var teams = 290
  @Option(help: "Rounds that are judged; three more are the past that the rule learns from.")
  var rounds = 10
  @Option(help: "Stated false alarms: part of a round's ordinary teams.") var rate = 0.01
  @Option(help: "What a lazy team finds of what there is.") var share = 0.3
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard (10...2000).contains(teams), (1...200).contains(rounds) else {
      throw ValidationError("--teams is 10 to 2000, --rounds 1 to 200.")
    }
    guard (0.0001...0.5).contains(rate), (0...1).contains(share) else {
      throw ValidationError("--rate is 0.0001 to 0.5, --share 0 to 1.")
    }
  }

  func run() throws {
    var settings = CallTrial.Settings()
    settings.seed = seed
    settings.teams = teams
    settings.rounds = rounds
    settings.lazyShare = share
    settings.call.falseAlarmRate = rate
    settings.call.seed = seed
    let console = manner.console()
    let listing = CallTrialListing(CallTrial(settings), settings: settings).listing
    console.result(listing.text(console.language), json: listing.json)
  }
}
