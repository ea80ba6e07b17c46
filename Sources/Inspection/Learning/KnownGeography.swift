import CampaignData
import Geo

/// The townships and cells known at a moment, with the sites in them.
struct KnownGeography: Sendable {
  let townships: [Township]
  let cells: [Cell]
  /// For every version of a site: its place in `townships` and `cells`, -1 outside all.
  let siteTownships: [Int32]
  let siteCells: [Int32]
  /// For every one of `cells`: versions of sites in it.
  let cellSites: MemberLists

  /// Joins all versions of sites to the townships and cells of a moment.
  init(of history: FactHistory, at moment: Moment) throws {
    townships = history.townships.current(at: moment).map { history.townships.facts[$0] }
    cells = history.cells.current(at: moment).map { history.cells.facts[$0] }
    let places = try PlaceIndex(townships: townships, cells: cells)
    let sites = history.sites.facts
    (siteTownships, siteCells) = try places.locate(
      longitudes: sites.map(\.position.x), latitudes: sites.map(\.position.y))
    cellSites = MemberLists(count: cells.count, owners: siteCells)
  }

  /// The moments, oldest first, since which townships and cells are as they are.
  static func changes(of history: FactHistory) -> [Int64] {
    let all = history.townships.since + history.townships.until + history.cells.since
    return Set(all + history.cells.until).sorted()
  }
}
