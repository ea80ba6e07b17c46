public import CampaignData
public import Geo

/// What one or more people reported of a visit, as they gave it.
///
/// Two people of a team may report the same visit; ``ReportMerge`` makes one visit of them.
public struct FieldReport: Sendable, Hashable {
  /// The identifier, which tells it from other reports of the visit.
  public var id: String
  /// The visit that it is a report of.
  public var visitID: String
  /// The site, or a target's identifier.
  public var siteID: String
  /// Who went; empty if nobody said.
  public var teamID: String
  /// The stop of a plan that it was.
  public var stopID: String?
  /// The round 轮次.
  public var round: Int
  /// When they were there.
  public var visitedAt: Moment
  /// Vocabulary `outcome`.
  public var outcome: String
  /// Where it was reported from.
  public var position: Coordinate?
  /// What the position was given in, a key of the vocabulary `datum`.
  public var datum: String?
  /// Who confirms it.
  public var confirmedBy: [String]
  /// References to photos.
  public var photos: [String]
  /// The record of questioning 笔录, or a reference to it.
  public var record: String?
  /// What else was said.
  public var note: String?
  /// The problems; of a report whose outcome is another they do not count.
  public var problems: [ReportedProblem]
  /// Keys of ``VisitDoubt`` that hold for it.
  public var doubts: [String]
  /// The row of the file that it stood in.
  public var row: Int
  /// When it was known.
  public var knownAt: Moment

  /// Makes a report.
  public init(
    id: String, visitID: String, siteID: String, teamID: String, stopID: String? = nil,
    round: Int, visitedAt: Moment, outcome: String, position: Coordinate? = nil,
    datum: String? = nil, confirmedBy: [String] = [], photos: [String] = [], record: String? = nil,
    note: String? = nil, problems: [ReportedProblem] = [], doubts: [String] = [], row: Int = 0,
    knownAt: Moment
  ) {
    self.id = id
    self.visitID = visitID
    self.siteID = siteID
    self.teamID = teamID
    self.stopID = stopID
    self.round = round
    self.visitedAt = visitedAt
    self.outcome = outcome
    self.position = position
    self.datum = datum
    self.confirmedBy = confirmedBy
    self.photos = photos
    self.record = record
    self.note = note
    self.problems = problems
    self.doubts = doubts
    self.row = row
    self.knownAt = knownAt
  }

  /// Whether it says that something is wrong at the site.
  public var claimsProblem: Bool { outcome == "problem" }

  /// Who says it: those who confirm it.
  ///
  /// Nobody's row or file stands here, which would make the visit
  /// depend on how its reports were split into files.
  var speakers: String {
    confirmedBy.isEmpty ? "未署名" : confirmedBy.joined(separator: "、")
  }
}
