import CampaignData

/// How work is scored: severity and quality in points, and what a score is made of.
///
/// Source: the plan of 2018, section 10.1 (number of tasks, quality, severity, difficulty). The numbers
/// are settings of the group `ranking`, each with its source.
public struct RankingRules: Sendable, Hashable {
  /// Points of a problem by severity.
  public var minor: Double
  /// Also of a problem whose severity nobody wrote down.
  public var general: Double
  /// Points of a serious problem.
  public var serious: Double
  /// Factor of a problem that the office sent back.
  public var returned: Double
  /// Factor of a problem whose visit is known to lack a part of the chain of evidence.
  public var incomplete: Double
  /// Weight of the ratio of points found to points expected.
  public var foundWeight: Double
  /// Weight of the ratio of visits to those that driving leaves time for.
  public var tasksWeight: Double
  /// What counts of that at most.
  public var tasksCap: Double
  /// Units are taken to differ by at least this part of the mean.
  public var leastDeviation: Double

  /// The rules with the numbers of the table of settings.
  public init() {
    self.init { CampaignData.settings.real($0) ?? .nan }
  }

  /// Reads the rules from settings by key.
  public init(reading real: (String) -> Double) {
    minor = real("points_minor")
    general = real("points_general")
    serious = real("points_serious")
    returned = real("points_returned")
    incomplete = real("points_incomplete")
    foundWeight = real("rank_found_weight")
    tasksWeight = real("rank_tasks_weight")
    tasksCap = real("rank_tasks_cap")
    leastDeviation = real("rank_least_deviation")
  }

  /// The points of a problem.
  ///
  /// - Parameter isProofComplete: Whether its visit's chain of evidence is complete (`EvidenceChain`);
  ///   nil if nobody wrote any of it down, which is held against no one.
  public func points(of problem: FoundProblem, isProofComplete: Bool?) -> Double {
    let severity =
      switch problem.severity {
      case "minor": minor
      case "serious": serious
      default: general
      }
    return severity * (problem.state == "returned" ? returned : 1)
      * (isProofComplete == false ? incomplete : 1)
  }
}
