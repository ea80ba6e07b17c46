internal import CampaignData
internal import Geo
internal import Inspection

/// Fills in the township and the cell of points, for people who look at the tables; plans join
/// anew from the boundaries as of their moment.
struct PlaceJoin {
  private let places: PlaceIndex
  private let townships: [Township]
  private let cells: [Cell]

  /// Indexes the boundaries of a workspace; nil if there are none.
  init?(townships: [Township], cells: [Cell]) throws {
    guard !townships.isEmpty || !cells.isEmpty else { return nil }
    self.townships = townships
    self.cells = cells
    places = try PlaceIndex(townships: townships, cells: cells)
  }

  /// Fills `township_code` and `cell_id` where the records have a position.
  func fill(_ drafts: inout [Draft], _ match: HeadingMatch) throws {
    try fill(
      &drafts, township: match.position(of: "township_code"), cell: match.position(of: "cell_id"))
  }

  /// Fills the columns at two places where the records have a position.
  func fill(_ drafts: inout [Draft], township: Int?, cell: Int?) throws {
    guard let township, let cell else { return }
    let points = drafts.map { $0.point ?? Coordinate(.nan, .nan) }
    let found = try places.locate(longitudes: points.map(\.x), latitudes: points.map(\.y))
    for index in drafts.indices {
      let (inTownship, inCell) = (Int(found.townships[index]), Int(found.cells[index]))
      drafts[index].values[township] =
        inTownship < 0 ? .null : .text(townships[inTownship].code)
      drafts[index].values[cell] = inCell < 0 ? .null : .text(cells[inCell].id)
    }
  }
}
