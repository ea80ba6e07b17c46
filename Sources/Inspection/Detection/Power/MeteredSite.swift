public import CampaignData

/// What is known of a site beside its readings.
public struct MeteredSite: Sendable, Hashable {
  /// What a meter is billed as, vocabulary `power_tariff`; `unknown` where nobody says.
  public enum Tariff: UInt8, Sendable, Hashable {
    case unknown, industrial, other
  }

  /// An order in force 停限产要求.
  public struct Order: Sendable, Hashable {
    /// True for a full stop; false for a limit.
    public var isStop: Bool
    /// The part of production that must rest, 0 to 1; ``unnamedShare`` where the order names none.
    public var share: Double
    /// The begin.
    public var start: Moment
    /// The end; nil while it lasts.
    public var end: Moment?

    /// What stands for a share that an order does not name: the mildest usual limit is meant.
    public static let unnamedShare = -1.0

    /// Makes an order.
    public init(isStop: Bool, share: Double = 1, start: Moment, end: Moment? = nil) {
      self.isStop = isStop
      self.share = share
      self.start = start
      self.end = end
    }
  }

  /// Its identifier.
  public var id: String
  /// Whether it is on a ledger; true where no ledger was given.
  public var isListed = true
  /// Whether it is banned 取缔.
  public var isBanned = false
  /// What its meter is billed as.
  public var tariff = Tariff.unknown
  /// The feeder that supplies it; empty if unknown.
  public var feeder = ""
  /// Whether it is known to generate electricity itself.
  public var ownGeneration = false
  /// The orders to it.
  public var orders: [Order] = []

  /// Makes a site of which nothing else is known.
  public init(id: String) { self.id = id }
}
