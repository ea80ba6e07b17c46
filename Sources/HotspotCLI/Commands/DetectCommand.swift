import ArgumentParser

/// From raw readings to evidence.
struct DetectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Find evidence in raw readings.",
    discussion: """
      Example:
        hotspot detect power readings.csv --ledger firms.csv -o anomalies.csv
      """,
    subcommands: [DetectPowerCommand.self, PowerTrialCommand.self])
}
