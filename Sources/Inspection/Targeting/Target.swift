public import Geo

/// A place worth a visit, with its chance of a problem and why.
public struct Target: Sendable, Hashable {
  /// The site's identifier, or `search:...` and `patrol:...`.
  public var id: String
  /// What it points to.
  public var kind: TargetKind
  /// A name that people know it by.
  public var name: String
  /// Longitude and latitude, WGS-84.
  public var position: Coordinate
  /// Index in `Snapshot.townships`; -1 outside all.
  public var township: Int
  /// The cell's identifier, if it lies in one.
  public var cellID: String?
  /// Chance of a problem, 0 to 1.
  public var chance: Double
  /// The evidence, strongest first.
  public var reasons: [Reason]
  /// For a search or patrol: the nearest sites, nearest first.
  public var nearby: [NearbySite]
  /// Key of the topic 督查内容 that a visit counts for.
  public var topic: String

  /// Makes a target.
  public init(
    id: String, kind: TargetKind, name: String, position: Coordinate, township: Int,
    cellID: String?, chance: Double, reasons: [Reason], nearby: [NearbySite] = [],
    topic: String = "other"
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.position = position
    self.township = township
    self.cellID = cellID
    self.chance = chance
    self.reasons = reasons
    self.nearby = nearby
    self.topic = topic
  }
}
