public import CampaignData
public import Geo

/// A county 县(市、区) of an inspected city.
public struct CountyArea: Sendable, Hashable {
  /// Six-digit code, as text.
  public var code: String
  /// Name.
  public var name: String
  /// The inspected city it belongs to, by table.
  public var cityCode: String
  /// Border in longitude and latitude, WGS-84.
  public var area: MultiPolygon
  /// When it was known.
  public var knownAt: Moment

  /// Makes a county.
  public init(code: String, name: String, cityCode: String, area: MultiPolygon, knownAt: Moment) {
    self.code = code
    self.name = name
    self.cityCode = cityCode
    self.area = area
    self.knownAt = knownAt
  }
}

/// A township 乡镇(街道): what a round must cover.
public struct Township: Sendable, Hashable {
  /// Nine-digit code, as text.
  public var code: String
  /// Name.
  public var name: String
  /// Code of its county.
  public var countyCode: String
  /// Name of its county.
  public var county: String
  /// Code of its inspected city.
  public var cityCode: String
  /// Whose border it is (vocabulary `township_source`): official, derived, synthetic.
  public var source: String
  /// Border in longitude and latitude, WGS-84.
  public var area: MultiPolygon
  /// When it was known.
  public var knownAt: Moment

  /// Makes a township.
  public init(
    code: String, name: String, countyCode: String, county: String, cityCode: String,
    source: String, area: MultiPolygon, knownAt: Moment
  ) {
    self.code = code
    self.name = name
    self.countyCode = countyCode
    self.county = county
    self.cityCode = cityCode
    self.source = source
    self.area = area
    self.knownAt = knownAt
  }
}

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

/// How much of a cell lies in a township, and the reverse; both by area, 0 to 1.
public struct CellShare: Sendable, Hashable {
  /// The cell's identifier.
  public var cellID: String
  /// The township's code.
  public var townshipCode: String
  /// Part of the cell that lies in the township.
  public var shareOfCell: Double
  /// Part of the township that lies in the cell.
  public var shareOfTownship: Double

  /// Makes a share.
  public init(cellID: String, townshipCode: String, shareOfCell: Double, shareOfTownship: Double) {
    self.cellID = cellID
    self.townshipCode = townshipCode
    self.shareOfCell = shareOfCell
    self.shareOfTownship = shareOfTownship
  }
}
