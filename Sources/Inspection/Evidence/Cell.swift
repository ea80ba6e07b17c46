public import CampaignData
public import Geo

/// A cell 网格 of the 3 km grid, our own or an official one.
public struct Cell: Sendable, Hashable {
  /// Our own stable identifier (`CellID` as text), or the official one where an official grid is in use.
  public var id: String
  /// Place in our own grid; nil for a cell of an official grid.
  public var place: CellID?
  /// The inspected cities that it touches.
  public var cityCodes: [String]
  /// True for a hot cell 热点网格.
  public var isHot: Bool
  /// The ministry's identifier, opaque text.
  public var officialID: String?
  /// Border in longitude and latitude; empty for a cell of our own grid, whose border is arithmetic.
  public var area: MultiPolygon
  /// When it was known.
  public var knownAt: Moment

  /// Makes a cell.
  public init(
    id: String, place: CellID?, cityCodes: [String], isHot: Bool, officialID: String? = nil,
    area: MultiPolygon = MultiPolygon(), knownAt: Moment
  ) {
    self.id = id
    self.place = place
    self.cityCodes = cityCodes
    self.isHot = isHot
    self.officialID = officialID
    self.area = area
    self.knownAt = knownAt
  }
}
