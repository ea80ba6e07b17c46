public import Inspection

/// The files of a round: `targets.csv` with the stops of all days, `coverage.csv`, `areas.gpkg` with
/// every township's team and `plan.json`.
public enum RoundFiles {
  /// Writes a plan to a folder, `plans/round-N` in a workspace.
  ///
  /// The same plan gives the same bytes. Throws `PublishingError`.
  public static func write(
    _ plan: Plan, of snapshot: Snapshot, to folder: String, language: Language = .en
  ) throws {
    try write(plan, facts: snapshot.facts, to: folder, language: language)
  }

  /// All files of a round.
  public static let names = [
    PlanFiles.targetsName, PlanFiles.coverageName, PlanFiles.recordName, "areas.gpkg",
  ]

  static func write(_ plan: Plan, facts: Facts, to folder: String, language: Language) throws {
    let staged = try StagedFolder(for: folder)
    try staged.write(
      StopList.text(of: plan.teamDays, facts: facts, language: language),
      to: PlanFiles.targetsName)
    try staged.write(
      CoverageList.text(of: plan.coverage, facts: facts, language: language),
      to: PlanFiles.coverageName)
    try staged.write(PlanRecord.json(of: plan).lines(depth: 3), to: PlanFiles.recordName)
    try AreaLayers.write(plan, facts: facts, to: staged.path + "/areas.gpkg")
    try staged.publish()
  }
}
