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

  static func write(_ plan: Plan, facts: Facts, to folder: String, language: Language) throws {
    try bundle(plan, facts: facts, language: language).write(to: folder)
  }

  /// The same files in memory.
  public static func bundle(
    _ plan: Plan, of snapshot: Snapshot, language: Language = .en
  ) throws -> FileBundle {
    try bundle(plan, facts: snapshot.facts, language: language)
  }

  private static func bundle(
    _ plan: Plan, facts: Facts, language: Language
  ) throws -> FileBundle {
    var files = FileBundle()
    files.add(
      StopList.text(of: plan.teamDays, facts: facts, language: language),
      as: PlanFiles.targetsName)
    files.add(
      CoverageList.text(of: plan.coverage, facts: facts, language: language),
      as: PlanFiles.coverageName)
    let record = PlanRecord.json(of: plan, DayDisclosure(all: plan))
    files.add(record.lines(depth: 3), as: PlanFiles.recordName)
    try files.add("areas.gpkg") { try AreaLayers.write(plan, facts: facts, to: $0) }
    return files
  }
}
