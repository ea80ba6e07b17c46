public import CampaignData

/// Something that the campaign's calendar holds for one day or more.
public struct CampaignEvent: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A phase 阶段.
    case phase
    /// A round 轮次.
    case round
    /// The day by which provinces name next month's people, section 7.3.
    case namesDue = "names_due"
    /// A crew arrives, section 7.4.
    case arrival
    /// Both crews work together, section 7.4.
    case handover
    /// The earlier crew leaves, section 7.4.
    case departure
    /// Problems of two rounds are verified, section 5.4.
    case verification
    /// Nobody inspects, section 8.5.
    case pause
    /// A holiday or weekend day off that is worked, section 8.5.
    case workedHoliday = "worked_holiday"
    /// What is still open is listed: no round follows.
    case openList = "open_list"
  }

  /// What it is.
  public let kind: Kind
  /// First to last day.
  public let days: ClosedRange<CalendarDate>
  /// The round it belongs to, if it belongs to one.
  public let round: Int?
  /// What it is, in Chinese.
  public let titleZH: String
  /// What it is, in English.
  public let titleEN: String
  /// How it is known, or what is special about it, in Chinese; empty for nothing.
  public let noteZH: String
  /// The same in English.
  public let noteEN: String

  init(
    _ kind: Kind, _ days: ClosedRange<CalendarDate>, round: Int? = nil, zh: String, en: String,
    noteZH: String = "", noteEN: String = ""
  ) {
    self.kind = kind
    self.days = days
    self.round = round
    titleZH = zh
    titleEN = en
    self.noteZH = noteZH
    self.noteEN = noteEN
  }
}
