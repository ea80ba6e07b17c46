internal import CampaignData
internal import Geo
internal import Inspection

/// Our own 3-km cells over the counties, and their shares in the townships, by area.
///
/// Used where no official grid is loaded. Areas are measured in China's equal-area system by
/// `EqualAreaGrid.shares(of:)`, so they are exact up to rounding.
struct DerivedGrid {
  /// Cells that meet a county, by identifier.
  private(set) var cells: [Cell] = []
  /// Shares by cell and township, each with the time at which it was known.
  private(set) var shares: [(share: CellShare, knownAt: Moment)] = []

  /// Covers the counties; hot flags come from the cells known so far.
  ///
  /// Throws `PROJError` for a border that has no place in the equal-area system.
  init(counties: [CountyArea], townships: [Township], known: [Cell]) throws(PROJError) {
    let grid = EqualAreaGrid()
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    var earlier: [CellID: Cell] = [:]
    for cell in known { if let place = cell.place { earlier[place] = cell } }

    var claims: [Claim] = []
    for county in counties {
      for (place, area) in grid.shares(of: try transformer.transform(county.area)) {
        claims.append(
          Claim(place: place, city: county.cityCode, area: area, knownAt: county.knownAt))
      }
    }
    cells = Self.cells(from: claims, earlier: earlier)

    for township in townships {
      let parts = grid.shares(of: try transformer.transform(township.area))
      let whole = parts.reduce(0) { $0 + $1.area }
      for (place, area) in parts {
        let share = CellShare(
          cellID: place.description, townshipCode: township.code,
          shareOfCell: min(1, area / (grid.size * grid.size)), shareOfTownship: area / whole)
        shares.append((share, township.knownAt))
      }
    }
    shares.sort { $0.share.key < $1.share.key }
  }

  /// A county's part of a cell.
  private struct Claim {
    var place: CellID
    var city: String
    var area: Double
    var knownAt: Moment
  }

  /// One cell for all claims on a place, its cities by descending area.
  private static func cells(from claims: [Claim], earlier: [CellID: Cell]) -> [Cell] {
    let sorted = claims.sorted { ($0.place, $0.city) < ($1.place, $1.city) }
    var cells: [Cell] = []
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.place != sorted[start].place } ?? sorted.count
      let place = sorted[start].place
      let group = sorted[start..<end]
      cells.append(
        Cell(
          id: place.description, place: place, cityCodes: cities(of: group),
          isHot: earlier[place]?.isHot ?? false, officialID: earlier[place]?.officialID,
          knownAt: group.map(\.knownAt).max() ?? group[start].knownAt))
      start = end
    }
    return cells.sorted { $0.id < $1.id }
  }

  private static func cities(of claims: ArraySlice<Claim>) -> [String] {
    var areas: [(city: String, area: Double)] = []
    for claim in claims {
      if areas.last?.city == claim.city {
        areas[areas.count - 1].area += claim.area
      } else {
        areas.append((claim.city, claim.area))
      }
    }
    return areas.sorted { ($1.area, $0.city) < ($0.area, $1.city) }.map(\.city)
  }
}
