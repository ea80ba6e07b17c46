import CampaignData

/// How severe invented problems are: half minor, a tenth serious, an assumption.
enum SimulatedSeverity {
  private static let shares: [(key: String, share: Double)] = [
    ("minor", 0.5), ("general", 0.4), ("serious", 0.1),
  ]

  /// A severity by chance.
  static func draw(_ random: inout DemoRandom) -> String {
    var rest = random.unit()
    for (key, share) in shares {
      if rest < share { return key }
      rest -= share
    }
    return "general"
  }

  /// Points of a problem on average, and how much more widely points vary than counts.
  static func worth(_ rules: RankingRules) -> (mean: Double, spread: Double) {
    var (mean, squares) = (0.0, 0.0)
    for (key, share) in shares {
      let points = points(of: key, rules)
      mean += share * points
      squares += share * points * points
    }
    return (mean, squares / max(1e-9, mean))
  }

  /// The points of a severity.
  static func points(of severity: String, _ rules: RankingRules) -> Double {
    rules.points(
      of: FoundProblem(
        id: "", visitID: "", severity: severity, knownAt: Moment(secondsSince1970: 0)),
      isProofComplete: nil)
  }
}
