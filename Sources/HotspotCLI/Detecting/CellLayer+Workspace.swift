import CampaignData
import Geo
import Inspection
import Store
import Terminal

extension CellLayer {
  /// The cells of a workspace as known by a moment.
  ///
  /// Our own are squares in the grid's plane, an official grid's are as they were given. A cell's
  /// city is the one with its largest part; where the official grid names several, the one that
  /// holds its middle.
  init(_ workspace: Workspace, asOf moment: Moment) throws {
    let cells = try workspace.cells(asOf: moment)
    guard !cells.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "the workspace has no cells", file: workspace.folder,
        hint: "Import counties first: cells are made with them.")
    }
    let grid = EqualAreaGrid()
    let areOwn = cells[0].place != nil
    self.init(
      path: workspace.folder, ids: cells.map(\.id),
      cities: areOwn
        ? cells.map(\.cityCodes.first)
        : try Self.cities(of: cells, counties: workspace.counties(asOf: moment)),
      areas: cells.map { cell in
        cell.place.map { MultiPolygon([grid.polygon(of: $0)]) } ?? cell.area
      },
      reference: areOwn ? .system(.albersChina) : .datum(.wgs84),
      wasHot: cells.contains(where: \.isHot) ? cells.map(\.isHot) : nil, stored: cells)
  }

  private static func cities(of cells: [Cell], counties: [CountyArea]) throws -> [String?] {
    let shared = cells.indices.filter { cells[$0].cityCodes.count > 1 }
    var cities = cells.map(\.cityCodes.first)
    guard !shared.isEmpty, !counties.isEmpty else { return cities }
    let middles = shared.map { cells[$0].area.centroid ?? Coordinate(.nan, .nan) }
    let holders = try PolygonIndex(counties.map(\.area)).locate(
      xs: middles.map(\.x), ys: middles.map(\.y))
    for (cell, holder) in zip(shared, holders) where holder >= 0 {
      cities[cell] = counties[Int(holder)].cityCode
    }
    return cities
  }
}
