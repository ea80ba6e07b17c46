public import CampaignData
public import Geo

/// A visit 检查 with all that its reports say: who, when, where, what, photos and records.
///
/// ``Visit`` is the part of it that plans need.
public struct VisitReport: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The site visited; for a visit without one, a target's identifier.
  public var siteID: String
  /// Who went; empty if nobody said.
  public var teamID: String
  /// The stop of a plan that it was.
  public var stopID: String?
  /// The round 轮次.
  public var round: Int
  /// When.
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
  /// What else was said, by whom where several reported.
  public var note: String?
  /// When it was known.
  public var knownAt: Moment

  /// Makes a visit.
  public init(
    id: String, siteID: String, teamID: String, stopID: String? = nil, round: Int,
    visitedAt: Moment, outcome: String, position: Coordinate? = nil, datum: String? = nil,
    confirmedBy: [String] = [], photos: [String] = [], record: String? = nil, note: String? = nil,
    knownAt: Moment
  ) {
    self.id = id
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
    self.knownAt = knownAt
  }
}
