public import CampaignData

/// An order to a site to stop or limit production 停限产要求.
public struct ProductionOrder: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The site; may be empty when only a firm's name or credit code was given.
  public var siteID: String
  /// Vocabulary `order_kind`: stop, limit.
  public var kind: String
  /// The part of production that must rest, 0 to 1, if given.
  public var share: Double?
  /// Vocabulary `order_basis`: staggered, emergency, rectification, other.
  public var basis: String?
  /// When it begins.
  public var startedAt: Moment
  /// When it ends; nil while it lasts.
  public var endedAt: Moment?
  /// When it was known.
  public var knownAt: Moment

  /// Makes an order.
  public init(
    id: String, siteID: String, kind: String, share: Double? = nil, basis: String? = nil,
    startedAt: Moment, endedAt: Moment? = nil, knownAt: Moment
  ) {
    self.id = id
    self.siteID = siteID
    self.kind = kind
    self.share = share
    self.basis = basis
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.knownAt = knownAt
  }
}
