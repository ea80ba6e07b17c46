public import CampaignData

/// When provinces name the people of a round: by the 15th of the month before, the plan of 2018,
/// section 7.3.
public enum NamesDue {
  /// The last day on which the names of a round are in time; nil for a round that there is not.
  public static func day(
    ofRound number: Int, rules: CrewRules, calendar: RoundCalendar = CampaignData.rounds
  ) -> CalendarDate? {
    guard let first = calendar.round(number)?.firstDay else { return nil }
    let (year, month) =
      first.month == 1 ? (first.year - 1, 12) : (first.year, first.month - 1)
    return CalendarDate(year: year, month: month, day: rules.namesDueDay)
  }
}
