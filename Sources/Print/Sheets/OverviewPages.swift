import Publishing

/// A city's overview for its centre team: all teams on one map, and a table of them.
struct OverviewPages {
  let city: SheetCity
  let ground: SheetGround
  let ink: SheetInk

  private static let radius = 4.6
  /// The least and the most that the map is high.
  private static let mapHeight = 260.0...470.0
  private static let swatch = 18.0

  private var table: PageTable {
    let width = ink.format.content.width - Self.swatch
    let headings = ink.words.overviewHeadings
    let widths = [92.0, 34, 40, 40, 44]
    let rest = width - widths.reduce(0, +)
    var table = PageTable(
      columns: zip(headings, widths + [rest]).enumerated().map { place, column in
        PageTable.Column(
          heading: column.0, width: column.1,
          alignment: (1...4).contains(place) ? .right : .left)
      })
    table.body = ink.format.plain
    table.head = ink.format.head
    return table
  }

  /// Adds the pages to a document.
  func add(to document: inout PDFDocument, with typesetter: borrowing Typesetter) {
    guard let first = city.teams.first else { return }
    let format = ink.format
    let content = format.content
    let table = table
    let rows = city.teams.map(ink.words.overviewRow) + [ink.words.overviewTotal(city)]
    var heights: [Double] = []
    for row in rows { heights.append(table.height(of: row, with: typesetter)) }
    let room = content.height - format.footHeight - table.headHeight(with: typesetter) - 4
    // The map takes what the table leaves, so that most cities have one page.
    let notes = SheetHead.shortHeight + 30
    let rest = room - notes - heights.reduce(0, +)
    let mapHeight = min(max(rest, Self.mapHeight.lowerBound), Self.mapHeight.upperBound)
    let top = notes + mapHeight
    let pages = PageBreaks.pages(
      heights: heights, first: room - top, next: room - SheetHead.shortHeight)
    for (number, range) in pages.enumerated() {
      document.addPage(label: "\(ink.words.overviewTitle(city)) \(number + 1)/\(pages.count)") {
        page in
        drawHead(first, on: page, with: typesetter)
        var y = content.y + SheetHead.shortHeight
        if number == 0 {
          drawMap(first, on: page, height: mapHeight, with: typesetter)
          y = content.y + top
        }
        table.draw(
          Array(rows[range]), on: page, at: PagePoint(content.x + Self.swatch, y),
          with: typesetter)
        drawSwatches(range, heights, on: page, at: y + table.headHeight(with: typesetter))
        ink.foot(
          ink.words.origin(first, program: ink.program), page: number + 1, of: pages.count,
          on: page, with: typesetter)
      }
    }
  }

  private func drawHead(
    _ first: SheetContents, on page: borrowing Page, with typesetter: borrowing Typesetter
  ) {
    let content = ink.format.content
    ink.write(
      ink.words.overviewTitle(city), ink.format.team.sized(17), on: page,
      at: PagePoint(content.x, content.y - 4), with: typesetter)
    ink.write(
      ink.words.day(first), ink.format.date, on: page, at: PagePoint(content.x, content.y),
      width: content.width, with: typesetter)
  }

  private func drawMap(
    _ first: SheetContents, on page: borrowing Page, height: Double,
    with typesetter: borrowing Typesetter
  ) {
    let content = ink.format.content
    let box = PageBox(
      x: content.x, y: content.y + SheetHead.shortHeight, width: content.width, height: height)
    let map = SheetMap(
      of: city.teams, on: ground, width: box.width, height: box.height, radius: Self.radius,
      letters: 0)
    MapDrawing(
      map: map, box: box, ink: ink, radius: Self.radius,
      isStraight: !city.teams.contains { $0.route.isByRoad }
    ).draw(on: page, with: typesetter)
    let style = ink.format.small.sized(6.8)
    let note = [ink.words.overviewNote, ink.words.way(first), ink.words.datum]
      .joined(separator: "　")
    ink.write(
      note, style, on: page, at: PagePoint(content.x, box.bottom + 2), width: content.width,
      with: typesetter)
    let sources = city.teams.flatMap(\.route.townshipSources)
    if let warning = ink.words.borders(sources) {
      ink.write(
        warning, ink.format.small.bold.coloured(SheetFormat.warning), on: page,
        at: PagePoint(content.x, box.bottom + 14), with: typesetter)
    }
  }

  private func drawSwatches(
    _ range: Range<Int>, _ heights: [Double], on page: borrowing Page, at top: Double
  ) {
    var y = top
    for index in range {
      if index < city.teams.count {
        page.rectangle(
          PageBox(x: ink.format.content.x + 2, y: y + 3, width: 11, height: heights[index] - 6),
          fill: Fill(city.teams[index].colour), rounded: 1.5)
      }
      y += heights[index]
    }
  }
}
