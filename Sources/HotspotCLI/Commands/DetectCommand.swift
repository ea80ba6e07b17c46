import ArgumentParser

/// Turns raw readings into evidence.
struct DetectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Turn raw readings into evidence: hot cells, alerts, anomalies of electricity.",
    discussion: """
      Examples:
        hotspot detect hot-cells pm25-2017.tif -w campaign
        hotspot detect alerts --month 2018-10 pm25-%Y-%m.tif -w campaign
        hotspot detect power readings.csv --ledger firms.csv -o anomalies.csv
      """,
    subcommands: [
      DetectHotCellsCommand.self, DetectAlertsCommand.self, DetectPowerCommand.self,
      PowerGroupsCommand.self, PowerTrialCommand.self,
    ])
}
