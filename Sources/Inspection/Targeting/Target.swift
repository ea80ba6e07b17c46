public import Geo

/// What a target 检查目标 points to.
public enum TargetKind: String, Sendable, Hashable, CaseIterable {
  /// A known site.
  case site
  /// Evidence near no known site: look for a firm on no list 清单外.
  case search
  /// A township without any site: its most suspect cell is patrolled.
  case patrol
}

/// Why a target is on the list (vocabulary `basis`).
public enum Basis: String, Sendable, Hashable, CaseIterable {
  /// Its chance of a problem.
  case risk
  /// Its township must be visited.
  case coverage
  /// Drawn by lot.
  case random
  /// A problem handed over is verified.
  case recheck
  /// Added by hand.
  case manual
}

/// One piece of evidence behind a chance, in words that people read.
public struct Reason: Sendable, Hashable {
  /// The key of the evidence weight in `Data/tables/weights.csv`.
  public var key: String
  /// What it adds to the log-odds of a problem.
  public var logOdds: Double
  /// In Chinese.
  public var zh: String
  /// In English.
  public var en: String
  /// Identifiers of the facts it rests on, sorted.
  public var factIDs: [String]

  /// Makes a reason.
  public init(key: String, logOdds: Double, zh: String, en: String, factIDs: [String] = []) {
    self.key = key
    self.logOdds = logOdds
    self.zh = zh
    self.en = en
    self.factIDs = factIDs
  }
}

/// A site near a target that points to none.
public struct NearbySite: Sendable, Hashable {
  /// The site's identifier.
  public var siteID: String
  /// The site's name.
  public var name: String
  /// Metres on the ground.
  public var distance: Double
  /// Degrees clockwise from north, 0 to 360.
  public var bearing: Double

  /// Makes a nearby site.
  public init(siteID: String, name: String, distance: Double, bearing: Double) {
    self.siteID = siteID
    self.name = name
    self.distance = distance
    self.bearing = bearing
  }
}

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

  /// Makes a target.
  public init(
    id: String, kind: TargetKind, name: String, position: Coordinate, township: Int,
    cellID: String?, chance: Double, reasons: [Reason], nearby: [NearbySite] = []
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
  }
}
