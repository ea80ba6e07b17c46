public import CampaignData

/// What is wrong with a calendar, as a program and as people are told.
public struct CalendarContradiction: Sendable, Hashable {
  /// The kind of contradiction.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Numbers are not 1, 2, 3 ... in the order of the days.
    case numbering
    /// The first day is no Monday, or the last no Sunday.
    case brokenWeek = "broken_week"
    /// Two of a kind share days.
    case overlap
    /// A round does not lie in its phase, or a pause in none.
    case outsidePhase = "outside_phase"
    /// A round shares days with a pause.
    case inPause = "in_pause"
    /// A round has neither two weeks nor is the one of a single week that its phase may have.
    case length
    /// Days of a phase belong to no round and no pause.
    case idleDays = "idle_days"
    /// A hand-over without a crew to take over from, or the other way round.
    case handover
    /// No week of verification after two rounds, or one at a wrong time.
    case verification
  }

  /// The kind of contradiction.
  public let kind: Kind
  /// The round it is about, if it is about one.
  public let round: Int?
  /// The first day concerned.
  public let day: CalendarDate
  /// In Chinese.
  public let zh: String
  /// In English.
  public let en: String
}
