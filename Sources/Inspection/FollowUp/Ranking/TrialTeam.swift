/// An invented team of a trial of the three-day call.
struct TrialTeam {
  /// How it works.
  let inspector: CallTrial.Inspector
  /// Whether its sites violate often.
  let isEasy: Bool
  /// What it finds of what an ordinary team would: the odds of each visit times this.
  let skill: Double
}
