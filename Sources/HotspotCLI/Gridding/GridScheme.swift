import Geo
import Terminal

/// Which cells are laid: their size, their system, whole cells or sub-cells.
struct GridScheme: Sendable {
  /// The grid of named cells.
  let grid: EqualAreaGrid
  /// The system of the plane they are squares in.
  let crs: CoordinateSystem
  /// Whether sub-cells are written in place of cells.
  let hasSubCells: Bool

  /// The grid that polygons are cut by.
  var cutting: EqualAreaGrid { hasSubCells ? grid.subGrid : grid }

  /// Checks the options.
  init(size: Double, crs: PlaceReference?, hasSubCells: Bool) throws {
    guard size > 0, size.isFinite else {
      throw CommandFailure(
        status: .usage, message: "the side of a cell is \(size), and must be above 0",
        hint: "Give it in metres, as in --size 3000.")
    }
    guard size >= 1 else {
      throw CommandFailure(
        status: .usage, message: "a cell of \(size) m: --size is in metres, not in degrees",
        hint: "0.03 degrees are about 3 km: --size 3000.")
    }
    let system: CoordinateSystem
    switch crs {
    case nil: system = .albersChina
    case .system(let named): system = named
    case .datum(let datum): throw Self.notMetric(datum.rawValue)
    }
    guard let unit = system.metresPerUnit else { throw Self.notMetric(system.description) }
    guard unit == 1 else {
      throw CommandFailure(
        status: .usage, message: "\(system) counts in units of \(unit) m, and cells are in metres",
        hint: "Name a system in metres with --crs.")
    }
    grid = EqualAreaGrid(size: size)
    self.crs = system
    self.hasSubCells = hasSubCells
  }

  /// The square of a cell of `cutting`.
  func envelope(of cell: CellID) -> Envelope {
    hasSubCells ? grid.envelope(of: grid.subCell(cell)) : grid.envelope(of: cell)
  }

  /// The name of a cell of `cutting`.
  func name(of cell: CellID) -> String {
    hasSubCells ? grid.subCell(cell).description : cell.description
  }

  private static func notMetric(_ name: String) -> CommandFailure {
    CommandFailure(
      status: .usage, message: "\(name) is in degrees, and cells are squares in metres",
      hint: "Name a projected system with --crs, or leave it out for the equal-area one of China.")
  }
}
