import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Terminal

/// Tries the rules on invented readings with planted violations; for those who change a rule.
struct PowerTrialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power-trial",
    abstract: "Try the rules on electricity on invented readings with planted violations.",
    discussion: """
      Examples:
        hotspot detect power-trial --sites 2000              precision and recall by rule
        hotspot detect power-trial --sites 2000 --gaps 0.05  with readings lost
        hotspot detect power-trial --write /tmp/trial        readings, ledger, orders, truth as CSV
        hotspot detect power-trial --speed 200               readings a second through the rules
      """,
    shouldDisplay: false)

  @Option(help: "Sites.") var sites = 1000
  @Option(help: "Days of readings.") var days = 30
  @Option(help: "Seed.") var seed: UInt64 = 1
  @Option(help: "How much loads wander, as a share of themselves.") var noise = 0.08
  @Option(help: "The part of readings that are lost.") var gaps = 0.0
  @Option(help: "Write readings, ledger, orders and truth to a folder, or readings to - alone.")
  var write: String?
  @Flag(help: "Write readings by time, not by site.") var byTime = false
  @Option(help: "Judge the same sites so often, and print readings a second.") var speed: Int?
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard sites > 0, days >= 12, noise >= 0, (0..<1).contains(gaps) else {
      throw ValidationError("--sites from 1, --days from 12, --noise from 0, --gaps below 1.")
    }
  }

  func run() throws {
    var meters = DemoMeters()
    meters.count = sites
    meters.days = days
    meters.seed = seed
    meters.noise = noise
    meters.gaps = gaps
    if let write { return try TrialFiles(meters, isByTime: byTime).write(to: write) }
    if let speed { return measure(meters, rounds: speed) }
    let table = try Interruption.whilePolling { try TrialTable(meters) }
    let console = manner.console()
    for line in table.wrong { console.detail(line) }
    console.result(table.text, json: table.json)
  }

  /// Readings a second of processor time through all rules, generation left out.
  private func measure(_ meters: DemoMeters, rounds: Int) {
    let detector = PowerDetector(PowerSettings())
    let sites = (0..<meters.count).map { meters.site($0) }
    let readings = sites.reduce(0) { count, site in
      count + site.readings.loads.reduce(0) { $0 + $1.lazy.filter { $0 == $0 }.count }
    }
    var found = 0
    let before = ProcessorUse.seconds
    for _ in 0..<rounds {
      for site in sites {
        found += detector.findings(in: site.readings, of: site.site).anomalies.count
      }
    }
    let seconds = ProcessorUse.seconds - before
    let rate = Double(readings * rounds) / seconds / 1e6
    Stream.output.write(
      "\(readings * rounds) readings, \(found) anomalies, \((seconds * 100).rounded() / 100) CPU s, "
        + "\((rate * 10).rounded() / 10) million readings a CPU second\n")
  }
}
