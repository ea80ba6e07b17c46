import ArgumentParser
import CampaignData
import Inspection
import Store
import Terminal

/// What plans may be told on the command line.
struct PlanOptions: ParsableArguments {
  @Option(help: "Plan with what was known by this moment, as in 2018-12-23T18:00 (default: now).")
  var asOf: Moment?

  @Option(help: "Seed of everything random (default: hotspot.yaml).")
  var seed: UInt64?

  @Option(help: "Search effort of the route solver (default: hotspot.yaml).")
  var iterations: Int?

  @Option(help: "What a kept stop counts beside its chance (default: hotspot.yaml).")
  var stability: Double?

  @Option(help: "Share of visits that are drawn by lot, 0 to 1 (default: hotspot.yaml).")
  var randomShare: Double?

  @Option(help: "File for what was decided and doubted (.json holds both languages).")
  var report: String?

  @Flag(help: "Replace the report if it is there.") var overwrite = false

  /// The settings given here, as flags of the workspace.
  var flags: [String: String] {
    var flags: [String: String] = [:]
    if let seed { flags["seed"] = String(seed) }
    if let iterations { flags["iterations"] = String(iterations) }
    if let stability { flags["stability"] = String(stability) }
    if let randomShare { flags["random_share"] = String(randomShare) }
    return flags
  }
}
