import Publishing

/// A table of texts whose headings stand again on each page.
///
/// Measure, break into pages, then draw each page's rows:
///
/// ```swift
/// let heights = rows.map { table.height(of: $0, with: typesetter) }
/// let pages = PageBreaks.pages(heights: heights, first: 400, next: 700)
/// ```
struct PageTable: Sendable {
  /// A column of the table.
  struct Column: Sendable {
    var heading: String
    /// Width in points, its own margins included.
    var width: Double
    var alignment: TextStyle.Alignment = .left
  }

  var columns: [Column]
  var body = TextStyle(size: 8)
  var head = TextStyle(size: 7.5).bold
  /// Room between text and the cell's border, in points.
  var margin = 3.0
  var border = Stroke(MapColour(0x9A9A9A), width: 0.4)
  var headFill = Fill(MapColour(0xEDEFF2))
  /// The fill of every second row.
  var stripe: Fill? = Fill(MapColour(0xF7F8FA))

  /// Width of all columns in points.
  var width: Double { columns.reduce(0) { $0 + $1.width } }

  /// The height of a row in points, that of its highest cell.
  func height(of row: [String], with typesetter: borrowing Typesetter) -> Double {
    height(row, body, typesetter)
  }

  /// The height of the headings in points.
  func headHeight(with typesetter: borrowing Typesetter) -> Double {
    height(columns.map(\.heading), head, typesetter)
  }

  /// Draws headings and some rows below a place; gives back where the table ends.
  @discardableResult
  func draw(
    _ rows: [[String]], on page: borrowing Page, at place: PagePoint,
    with typesetter: borrowing Typesetter
  ) -> Double {
    var y = place.y
    let height = headHeight(with: typesetter)
    page.rectangle(
      PageBox(x: place.x, y: y, width: width, height: height), fill: headFill)
    draw(columns.map(\.heading), head, on: page, at: PagePoint(place.x, y), height, typesetter)
    y += height
    for (number, row) in rows.enumerated() {
      let height = self.height(of: row, with: typesetter)
      let fill = number % 2 == 1 ? stripe : nil
      if let fill {
        page.rectangle(PageBox(x: place.x, y: y, width: width, height: height), fill: fill)
      }
      draw(row, body, on: page, at: PagePoint(place.x, y), height, typesetter)
      y += height
    }
    page.line([place, PagePoint(place.x + width, place.y)], border)
    return y
  }

  private func height(
    _ row: [String], _ style: TextStyle, _ typesetter: borrowing Typesetter
  ) -> Double {
    var highest = 0.0
    for (column, text) in zip(columns, row) {
      let layout = typesetter.layout(
        text, style.aligned(column.alignment), width: column.width - 2 * margin)
      highest = max(highest, layout.height)
    }
    return highest + 2 * margin
  }

  private func draw(
    _ row: [String], _ style: TextStyle, on page: borrowing Page, at place: PagePoint,
    _ height: Double, _ typesetter: borrowing Typesetter
  ) {
    var x = place.x
    for (column, text) in zip(columns, row) {
      let layout = typesetter.layout(
        text, style.aligned(column.alignment), width: column.width - 2 * margin)
      page.draw(layout, at: PagePoint(x + margin, place.y + margin))
      x += column.width
    }
    let bottom = place.y + height
    page.line([PagePoint(place.x, bottom), PagePoint(place.x + width, bottom)], border)
  }
}
