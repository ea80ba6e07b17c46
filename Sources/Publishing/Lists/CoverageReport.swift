public import Inspection

/// How townships stand, outside of a plan.
public enum CoverageReport {
  /// Every township as the table `coverage.csv`, in the order of the facts.
  public static func csv(
    _ standing: [TownshipCoverage], facts: Facts, language: Language
  ) -> String {
    CoverageList.text(of: standing, facts: facts, language: language)
  }
}
