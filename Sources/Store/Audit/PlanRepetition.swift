internal import CampaignData
internal import Foundation
internal import Geo
public import Inspection

/// Makes a plan of the record once more, from the facts, settings and secret that the record keeps,
/// and compares.
public struct PlanRepetition {
  /// What came of it.
  public struct Outcome: Sendable {
    /// Where the plan differs from the one of the record; nothing: they are the same.
    public var discrepancies: [PlanDiscrepancy]
    /// Stops of the plan of the record.
    public var stops: Int
    /// What a reader should know.
    public var remarks: [AuditFinding]
  }

  private let record: AuditRecord
  private let plan: PlanEntry
  private let check: AuditCheck

  /// A repetition of a plan.
  /// - Parameters:
  ///   - plan: the plan's entry.
  ///   - record: the record that has it.
  ///   - workspace: the workspace that the record stands in, for secrets that are still closed.
  public init(_ plan: PlanEntry, of record: AuditRecord, in workspace: Workspace?) throws {
    self.plan = plan
    self.record = record
    check = try AuditCheck(record, in: workspace)
  }

  /// Plans again, which takes as long as planning does.
  ///
  /// Throws `StoreError` where something that the plan was made of is missing or closed, and what
  /// planning throws.
  public func run() throws -> Outcome {
    guard let secret = try check.secret(ofSeal: plan.seal) else {
      throw StoreError(
        .inputMissing, "the secret of round \(plan.round) is closed here", file: record.root,
        nextStep: "Ask for it: `hotspot audit reveal --round \(plan.round)` opens it after the "
          + "round. If it is lost, the plan can not be repeated any more.")
    }
    let expected = try text(plan.result, secret: secret, of: "plan \(plan.plan)")
    let roads = travelEngine.map {
      WitnessedRoads(KeptRoads(folder: roadFolder, name: $0))
    }
    let (again, facts) = try repeated(secret, told: expected, roads: roads)
    var outcome = Outcome(
      discrepancies: expected.discrepancies(with: PlanText(again, of: facts)),
      stops: expected.lines.count { $0.kind == .stop }, remarks: [])
    if let roads, roads.summary != plan.travel {
      outcome.remarks.append(
        AuditFinding(
          isFault: false, zh: "行车时间不是制定计划时的：它们未被保存，或有改动",
          en: "the driving times are not those of the plan: they were not kept, or changed"))
    }
    return outcome
  }

  private var travelEngine: String? {
    let name = plan.travel.split(separator: " ").first.map(String.init)
    return name == "straight" ? nil : name
  }

  private var roadFolder: String { WorkspaceLayout(folder: record.root).roads }

  private func repeated(
    _ secret: RoundSecret, told: PlanText, roads: WitnessedRoads?
  ) throws -> (plan: Plan, facts: Facts) {
    guard let manifest = record.manifest(plan.inputs), let moment = Moment(plan.asOf) else {
      throw StoreError(
        .badData, "the list of the plan's inputs is missing or changed", found: plan.inputs,
        nextStep: "Restore it from a copy; see `hotspot audit verify`.")
    }
    let facts = try ObjectFacts(objects: record.objects, manifest: manifest).facts()
    let snapshot = try Snapshot(asOf: moment, facts: facts)
    let day = plan.day.flatMap { CalendarDate($0) }
    let targets = try Targeting.targets(
      of: snapshot, weights: weights(), season: Planner.season(ofRound: plan.round, from: day))
    guard let disruptions = Disruptions(try told.inputs()) else {
      throw StoreError(
        .badData, "what the plan was told cannot be read", file: record.root,
        nextStep: "Use the version of the program that the record names.")
    }
    let context = PlanContext(
      earlier: try earlier(plan.earlier, secret), lastRound: try earlier(plan.lastRound, secret),
      disruptions: disruptions, draw: try draw(secret), secret: secret, roads: roads)
    let settings = try PlanSettings(
      canonicalText: plan.settings, seed: secret.solverSeed(round: plan.round))
    var again =
      if let day {
        try Planner.planDay(
          day, snapshot: snapshot, targets: targets, settings: settings, context: context)
      } else {
        try Planner.planRound(
          plan.round, snapshot: snapshot, targets: targets, settings: settings, context: context)
      }
    if !told.tells(ofPlan: again.identifier) {
      again.blinding = secret.blinding(of: again.inputs)
    }
    return (again, snapshot.facts)
  }

  private func weights() throws -> EvidenceWeights {
    guard let bytes = record.objects.bytes(plan.weights) else {
      throw StoreError(
        .badData, "the evidence weights of the plan are missing or changed", found: plan.weights,
        nextStep: "Restore the file from a copy; see `hotspot audit verify`.")
    }
    var values: [String: Double] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let value = Double(parts[1]) else { continue }
      values[parts[0]] = value
    }
    return CampaignData.weights.replacing(values)
  }

  private func earlier(
    _ reference: PlanEntry.Earlier?, _ secret: RoundSecret
  ) throws -> EarlierPlan? {
    guard let reference else { return nil }
    return try text(reference.tables, secret: secret, of: "plan \(reference.plan)").earlierPlan()
  }

  private func draw(_ secret: RoundSecret) throws -> RoundDraw? {
    guard let reference = plan.draw else { return nil }
    return try text(reference.tables, secret: secret, of: "plan \(reference.plan)").draw()
  }

  private func text(_ hash: String, secret: RoundSecret, of what: String) throws -> PlanText {
    guard let bytes = record.objects.bytes(hash, secret: secret),
      let text = PlanText(text: String(decoding: bytes, as: UTF8.self))
    else {
      throw StoreError(
        .badData, "the text of \(what) is missing, changed or of another version", found: hash,
        nextStep: "Restore the file from a copy; see `hotspot audit verify`.")
    }
    return text
  }
}
