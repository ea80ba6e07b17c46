import CampaignData
import Terminal

/// A round that a user names, with visits of days that were over.
enum NamedRound {
  /// Throws what a user has to change where there is no such round or none of its visits is known.
  static func round(
    _ number: Int, known: ClosedRange<CalendarDate>
  ) throws -> CampaignRound {
    guard let round = CampaignData.rounds.round(number) else {
      throw CommandFailure(
        status: .usage, message: "there is no round \(number)",
        hint: "Name one of 1 to \(CampaignData.rounds.all.count).")
    }
    guard known.overlaps(round.days) else {
      throw CommandFailure(
        status: .badData,
        message:
          "round \(number) (\(round.firstDay) to \(round.lastDay)) has no visits of days that "
          + "were over",
        hint:
          "Visits are known from \(known.lowerBound) to \(known.upperBound): name another round, "
          + "or import its visits.")
    }
    return round
  }

  /// What to do where no crews are known.
  static let noCrews = CommandFailure(
    status: .inputMissing, message: "nobody knows who was in which team: there are no crews",
    hint:
      "Import the people with `hotspot import people FILE` and form the crews of the round with "
      + "`hotspot crew`.")
}
