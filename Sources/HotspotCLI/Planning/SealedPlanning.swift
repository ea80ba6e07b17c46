import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Planning in a sealed round: the secret instead of the seed, a signature for whatever is done by
/// hand, an entry in the record.
struct SealedPlanning {
  /// The seal and the secret.
  let sealed: SealedRound
  private let change: PlanProvenance.Change?

  /// Takes up a round's seal; nil, and said, for a round that has none.
  ///
  /// Throws `CommandFailure` for a change by hand that nobody signs for.
  /// - Parameters:
  ///   - round: the round.
  ///   - settings: the settings in force, without the secret's seed.
  ///   - weights: the evidence weights in force.
  ///   - changes: what is done by hand, a line each.
  ///   - signing: who signs.
  init?(
    round: Int, in workspace: Workspace, settings: PlanSettings, weights: EvidenceWeights,
    changes: [String], signing: SigningOptions, console: Console
  ) throws {
    guard let sealed = try workspace.sealedRound(round) else {
      console.say(
        zh: "第 \(round) 轮未封存（hotspot audit seal --round \(round)）：随机性来自设置 seed",
        en: "round \(round) is not sealed (hotspot audit seal --round \(round)): what is random "
          + "follows from the setting seed")
      return nil
    }
    self.sealed = sealed
    let all = changes + Self.departures(of: settings, weights, from: sealed.seal)
    change = try Self.signed(all, round: round, by: signing, in: workspace)
    console.say(
      zh: "第 \(round) 轮已封存（\(sealed.hash.prefix(16))）：随机性来自封存的密钥",
      en: "round \(round) is sealed (\(sealed.hash.prefix(16))): what is random follows from its "
        + "secret")
    if sealed.isRevealed {
      console.warn(
        console.language.pick(
          zh: "第 \(round) 轮的密钥已公开：任何人都能算出这份计划",
          en: "the secret of round \(round) was opened: everybody can compute this plan"))
    }
  }

  /// Throws where a seed is given for a round that is sealed: it would have no effect.
  static func refuseSeed(_ seed: UInt64?, round: Int?, in workspace: Workspace) throws {
    guard seed != nil, let round, try !workspace.auditRecord().seals(round: round).isEmpty else {
      return
    }
    throw CommandFailure(
      status: .usage, message: "--seed has no effect: round \(round) is sealed",
      hint: "Leave it out; what is random follows from the sealed secret.")
  }

  /// Settings with the seed that follows from the secret.
  func seeded(_ settings: PlanSettings) -> PlanSettings {
    var seeded = settings
    seeded.seed = sealed.secret.solverSeed(round: sealed.number)
    return seeded
  }

  /// What the record is told of a plan.
  func provenance(
    _ facts: RecordedFacts, settings: PlanSettings, weights: EvidenceWeights,
    context: PlanContext, travel: String
  ) -> PlanProvenance {
    PlanProvenance(
      sealed: sealed, facts: facts, settings: settings, weights: weights.canonicalText,
      earlier: context.earlier?.id, lastRound: context.lastRound?.id,
      draw: context.draw?.planID, travel: travel, change: change, program: Program.version)
  }

  /// What is set otherwise than when the round was sealed.
  private static func departures(
    of settings: PlanSettings, _ weights: EvidenceWeights, from seal: SealEntry
  ) -> [String] {
    let sealed = Set(seal.settings.split(separator: "\n"))
    var lines = settings.canonicalText.split(separator: "\n").filter { !sealed.contains($0) }
      .map { "setting \($0)" }
    if SHA256.hexadecimal(of: Array(weights.canonicalText.utf8)) != seal.weights,
      !lines.contains(where: { $0.hasPrefix("setting weights=") })
    {
      lines.append("weights")
    }
    return lines
  }

  private static func signed(
    _ changes: [String], round: Int, by signing: SigningOptions, in workspace: Workspace
  ) throws -> PlanProvenance.Change? {
    guard let first = changes.first else { return nil }
    guard let signature = signing.both else {
      throw CommandFailure(
        status: .usage, message: "round \(round) is sealed, and \"\(first)\" is done by hand",
        hint: "Add --by NAME --reason TEXT: what is done by hand is signed and counted. Otherwise "
          + "leave it as it was when the round was sealed.")
    }
    try workspace.checkSigner(signature.by)
    return PlanProvenance.Change(
      by: signature.by, reason: signature.reason, changes: changes)
  }
}

extension DisruptionOptions {
  /// What is told by hand, a line each.
  var changes: [String] {
    out.map { "out \($0)" } + lost.map { "lost \($0)" } + closed.map { "closed \($0)" }
      + task.map { "task \($0)" } + (from.map { ["from \($0)"] } ?? [])
  }
}
