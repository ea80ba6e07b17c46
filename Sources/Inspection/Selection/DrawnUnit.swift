public import CampaignData

/// A site that was drawn by lot for a round.
public struct DrawnUnit: Sendable, Hashable {
  /// The round.
  public var round: Int
  /// The site's identifier.
  public var siteID: String
  /// The probability with which it came into the draw, above 0.
  public var probability: Double
  /// The moment whose facts the draw rests on.
  public var drawnAsOf: Moment

  /// Makes a unit.
  public init(round: Int, siteID: String, probability: Double, drawnAsOf: Moment) {
    self.round = round
    self.siteID = siteID
    self.probability = probability
    self.drawnAsOf = drawnAsOf
  }
}
