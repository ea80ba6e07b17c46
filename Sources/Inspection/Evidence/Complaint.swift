public import CampaignData
public import Geo

/// A citizen's complaint 12369投诉.
public struct Complaint: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// When it came in.
  public var receivedAt: Moment
  /// Vocabulary `channel`: phone, wechat, web, other.
  public var channel: String?
  /// Longitude and latitude, WGS-84; nil when it came without a place.
  public var position: Coordinate?
  /// Vocabulary `complaint_type`, several: air, noise, water, solid_waste ...
  public var types: [String]
  /// The firm complained of, as written.
  public var target: String?
  /// What was written.
  public var text: String?
  /// False if the hotline did not accept it; nil if not known.
  public var accepted: Bool?
  /// True or false once checked; nil before.
  public var verified: Bool?
  /// When the locality settled it; nil while it has not, or nobody said.
  public var closedAt: Moment?
  /// When it was known.
  public var knownAt: Moment

  /// Makes a complaint.
  public init(
    id: String, receivedAt: Moment, channel: String? = nil, position: Coordinate?,
    types: [String] = ["air"], target: String? = nil, text: String? = nil, accepted: Bool? = nil,
    verified: Bool? = nil, closedAt: Moment? = nil,
    knownAt: Moment
  ) {
    self.id = id
    self.receivedAt = receivedAt
    self.channel = channel
    self.position = position
    self.types = types
    self.target = target
    self.text = text
    self.accepted = accepted
    self.verified = verified
    self.closedAt = closedAt
    self.knownAt = knownAt
  }
}
