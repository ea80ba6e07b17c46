import Geo
public import Inspection

/// The ground that maps of sheets show: townships and cells, ready to be asked by place.
public struct SheetGround: Sendable {
  /// A township with the rectangle around it.
  struct Ground: Sendable {
    let township: Township
    let envelope: Envelope
  }

  /// A cell's border with what it is.
  struct Square: Sendable {
    let id: String
    let isHot: Bool
    let area: MultiPolygon
    let envelope: Envelope
  }

  private let townships: [Ground]
  private let squares: [Square]

  /// Takes townships, hot cells and the cells of stops from facts.
  ///
  /// Throws `PROJError` if cells cannot be placed.
  public init(_ facts: Facts, stopsOf sheets: [SheetContents]) throws {
    let cells = Set(sheets.flatMap(\.route.stops).compactMap(\.cellID))
    townships = facts.townships.map { Ground(township: $0, envelope: $0.area.envelope) }
    let shown = facts.cells.filter { $0.isHot || cells.contains($0.id) }
    squares = try CellSquares(shown).all.map { cell, area in
      Square(id: cell.id, isHot: cell.isHot, area: area, envelope: area.envelope)
    }
  }

  /// The townships that may have a place within a rectangle.
  func townships(in box: Envelope) -> [Ground] {
    townships.filter { !$0.envelope.isEmpty && $0.envelope.intersects(box) }
  }

  /// The cells that may have a place within a rectangle.
  func squares(in box: Envelope) -> [Square] {
    squares.filter { $0.envelope.intersects(box) }
  }
}
