public import CampaignData

extension Plan {
  /// A name that is the same for the same round, days, facts, seed, settings, inputs and draw taken
  /// over, as in `R14-2018-12-24-1f0c9a3be2d4`; the day is left out for the plan of a whole round.
  public var identifier: String {
    let text =
      [
        "\(round)", "\(days.lowerBound)", "\(days.upperBound)", "\(madeAsOf)", seedCommitment,
        settingsHash,
      ] + inputs.map(\.text) + (draw?.planID.map { ["draw|\($0)"] } ?? [])
    let digest = SHA256.hexadecimal(of: Array(text.joined(separator: "|").utf8)).prefix(12)
    let day = startingDay.map { "\($0)-" } ?? ""
    return "R\(round)-\(day)\(digest)"
  }

  /// The day from which the rest of a round was planned; nil for a whole round.
  public var startingDay: CalendarDate? {
    isDayPlan || days != CampaignData.rounds.round(round)?.days ? days.lowerBound : nil
  }
}
