import CampaignData
import Inspection
import Store
import Terminal

/// Whether the settings in force are those that a saved plan was made with.
struct RepeatedSettings {
  let settings: PlanSettings
  /// True if the plan's secret is at hand: its seed is right then.
  var isSealed = false
  /// Where the workspace's own weights stand.
  let weightsFile: String

  /// Throws `CommandFailure` that says what is another now, and the next step.
  func check(_ plan: SavedPlan) throws {
    guard hash(settings) == plan.settingsHash else {
      var others = settings
      others.weightsHash = nil
      if settings.weightsHash != nil, hash(others) == plan.settingsHash {
        throw Self.failure(
          plan.id,
          "it was made with the default evidence weights, \(weightsFile) holds others",
          hint: "Move that file away, or plan again.")
      }
      throw Self.failure(
        plan.id, "its settings or evidence weights were others",
        hint: "Give --iterations and --stability as they were then, put hotspot.yaml or the "
          + "weights back, or plan again.")
    }
    let commitment = SHA256.hexadecimal(of: Array("\(settings.seed)".utf8))
    guard isSealed || commitment == plan.seedCommitment else {
      throw Self.failure(
        plan.id, "its seed was another",
        hint: "Give it with --seed or HOTSPOT_SEED, or plan again.")
    }
  }

  /// That a plan cannot be made again, for a reason.
  static func failure(_ plan: String, _ reason: String, hint: String) -> CommandFailure {
    CommandFailure(
      status: .badData, message: "plan \(plan) cannot be repeated: \(reason)", hint: hint)
  }

  private func hash(_ settings: PlanSettings) -> String {
    SHA256.hexadecimal(of: Array(settings.canonicalText.utf8))
  }
}
