public import CampaignData
public import Geo

/// Something to be verified 核查 on the spot: a problem handed over, or a complaint that the locality
/// says it has settled.
public struct RecheckDue: Sendable, Hashable {
  /// What it is.
  public enum Subject: Sendable, Hashable {
    /// A problem handed over.
    case problem
    /// A complaint settled by the locality (the plan of 2018, section 2.12).
    case complaint
  }

  /// What it is.
  public var subject: Subject
  /// The problem's identifier, or the complaint's.
  public var id: String
  /// Where to go: the site's identifier, or `recheck:...` where no site is known.
  public var target: String
  /// Longitude and latitude, WGS-84, of what is no known site; nil for a site.
  public var position: Coordinate?
  /// A name that people know the place by; empty for a site.
  public var name: String
  /// Vocabulary `problem_type`, or what a complaint is about; nil if nobody said.
  public var type: String?
  /// Where it stands; a complaint counts as reported rectified.
  public var state: ProblemState
  /// The last day of the correction; nil if none was set.
  public var deadline: CalendarDate?
  /// The first day on which it is to be verified.
  public var dueFrom: CalendarDate

  /// Makes one.
  public init(
    subject: Subject, id: String, target: String, position: Coordinate? = nil, name: String = "",
    type: String? = nil, state: ProblemState, deadline: CalendarDate? = nil,
    dueFrom: CalendarDate
  ) {
    self.subject = subject
    self.id = id
    self.target = target
    self.position = position
    self.name = name
    self.type = type
    self.state = state
    self.deadline = deadline
    self.dueFrom = dueFrom
  }

  /// What verifications of it are kept under (`Recheck.problemID`).
  public var recheckID: String { subject == .complaint ? Self.complaintPrefix + id : id }

  /// What the identifier of a verified complaint begins with in the table of verifications.
  public static let complaintPrefix = "complaint:"
  /// What the identifiers of places that are no sites begin with.
  static let placePrefix = "recheck:"
}
