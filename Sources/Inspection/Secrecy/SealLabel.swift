public import CampaignData

/// What is written in the clear on something sealed, and what its tag answers for.
public struct SealLabel: Sendable, Hashable {
  /// What kind of thing of a plan it is.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// A day's rows of the workspace's tables.
    case rows
    /// A day's lists and routes.
    case day
    /// The lists of all days of a plan.
    case whole
  }

  /// The workspace's identifier.
  public var workspace: String
  /// The plan's identifier.
  public var plan: String
  /// What of it.
  public var part: Part
  /// The day with which it is released.
  public var day: CalendarDate
  /// When it may be read.
  public var releaseAt: Moment

  /// Makes a label.
  public init(
    workspace: String, plan: String, part: Part, day: CalendarDate, releaseAt: Moment
  ) {
    self.workspace = workspace
    self.plan = plan
    self.part = part
    self.day = day
    self.releaseAt = releaseAt
  }

  /// The label as text: its five members, a line each.
  var text: String {
    [workspace, plan, part.rawValue, day.description, releaseAt.description]
      .joined(separator: "\n")
  }

  init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 5, let part = Part(rawValue: lines[2]), let day = CalendarDate(lines[3]),
      let releaseAt = Moment(lines[4])
    else { return nil }
    self.init(workspace: lines[0], plan: lines[1], part: part, day: day, releaseAt: releaseAt)
  }
}
