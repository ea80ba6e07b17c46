public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// Adds a plan of a sealed round to the record, with what was changed by hand before it.
  ///
  /// The plan must be saved and its files written or sealed. Gives back the hash of its line.
  /// - Parameters:
  ///   - plan: the plan.
  ///   - snapshot: what it was made of.
  ///   - provenance: what it was made of besides.
  ///   - folder: where its files are, or will be when they are released, within the workspace, as in
  ///     `plans/2018-12-24`.
  ///   - files: their paths within the workspace, and the SHA-256 of each.
  ///   - time: now.
  @discardableResult
  public func record(
    _ plan: Plan, of snapshot: Snapshot, from provenance: PlanProvenance, folder: String,
    files: [(path: String, hash: String)], at time: Moment
  ) throws -> String {
    let objects = try auditRecord().objects
    let secret = provenance.sealed.secret
    let text = PlanText(plan, of: snapshot.facts).text
    let manifest = FileManifest(files.map { FileManifest.File(hash: $0.hash, path: $0.path) })
    var entry = RecordEntry(program: provenance.program, at: time.description)
    entry.plan = PlanEntry(
      plan: plan.identifier, round: plan.round, seal: provenance.sealed.hash,
      day: plan.startingDay?.description, asOf: plan.madeAsOf.description,
      inputs: provenance.facts.hash, settings: provenance.settings.canonicalText,
      weights: try objects.keep(Array(provenance.weights.utf8)),
      earlier: try earlierTables(provenance.earlier, objects, secret),
      lastRound: try earlierTables(provenance.lastRound, objects, secret),
      draw: try earlierTables(provenance.draw, objects, secret),
      travel: provenance.travel, result: try objects.keep(Array(text.utf8), under: secret),
      files: try objects.keep(Array(manifest.text.utf8)), folder: folder)
    var entries = [entry]
    if let change = provenance.change {
      entries.insert(
        try overriding(plan, by: change, provenance, objects, at: time), at: 0)
    }
    return try record(entries).last?.hash ?? ""
  }

  private func overriding(
    _ plan: Plan, by change: PlanProvenance.Change, _ provenance: PlanProvenance,
    _ objects: ObjectFolder, at time: Moment
  ) throws -> RecordEntry {
    let statement = OverrideStatement(
      round: plan.round, plan: plan.identifier, asOf: plan.madeAsOf.description, by: change.by,
      reason: change.reason, changes: change.changes,
      salt: Hexadecimal.text(KeyFolder.randomKey().prefix(16)))
    let bytes = Array(statement.text.utf8)
    guard let signature = try signingKey(of: change.by).signature(of: bytes) else {
      throw StoreError(
        .software, "libcrypto cannot sign", nextStep: "Report this as a fault of the program.")
    }
    var entry = RecordEntry(program: provenance.program, at: time.description)
    entry.override = OverrideEntry(
      round: plan.round, plan: plan.identifier, by: change.by,
      statement: try objects.keep(bytes, under: provenance.sealed.secret),
      signature: Hexadecimal.text(signature))
    return entry
  }

  private func earlierTables(
    _ id: String?, _ objects: ObjectFolder, _ secret: RoundSecret
  ) throws -> PlanEntry.Earlier? {
    guard let id, let text = try planTables(id) else { return nil }
    return PlanEntry.Earlier(
      plan: id, tables: try objects.keep(Array(text.text.utf8), under: secret))
  }

  /// What the tables say of a plan; nil if they do not have it.
  func planTables(_ id: String) throws -> PlanText? {
    guard let plan = try plans().first(where: { $0.id == id }) else { return nil }
    let (stops, inputs) = try rows(of: plan)
    return PlanText(plan, inputs: inputs, stops: stops, drawn: try drawnSites(ofPlan: plan.id))
  }
}
