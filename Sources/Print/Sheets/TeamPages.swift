import Publishing
import Terminal

/// The pages of a team's sheet.
struct TeamPages {
  let sheet: SheetContents
  let ground: SheetGround
  let ink: SheetInk
  private let rows: [StopRow]

  /// The radius of a stop's disc on the map.
  private static let radius = 7.0

  /// Throws `software` if a stop's link fits no QR code.
  init(_ sheet: SheetContents, on ground: SheetGround, ink: SheetInk) throws(CommandFailure) {
    self.sheet = sheet
    self.ground = ground
    self.ink = ink
    var rows: [StopRow] = []
    for stop in sheet.stops {
      rows.append(try StopRow(stop, colour: sheet.colour, ink: ink))
    }
    self.rows = rows
  }

  /// Adds the pages to a document.
  func add(to document: inout PDFDocument, with typesetter: borrowing Typesetter) {
    let format = ink.format
    let head = TableHead(ink.words.headings, ink: ink)
    let tail = SheetTail(ink: ink)
    var heights: [Double] = []
    for row in rows { heights.append(row.height(with: typesetter)) }
    let content = format.content
    let room = content.height - format.footHeight
    let top = topHeight(with: typesetter)
    let pages = PageBreaks.pages(
      heights: heights + [tail.height(with: typesetter)], first: room - top - head.height,
      next: room - SheetHead.shortHeight - head.height)
    for (number, range) in pages.enumerated() {
      document.addPage(label: "\(sheet.route.team) \(number + 1)/\(pages.count)") { page in
        var y = content.y
        if number == 0 {
          drawTop(on: page, with: typesetter)
          y += top
        } else {
          SheetHead(sheet: sheet, ink: ink).drawShort(on: page, with: typesetter)
          y += SheetHead.shortHeight
        }
        if range.contains(where: { $0 < rows.count }) {
          y = head.draw(on: page, at: y, with: typesetter)
        }
        for index in range {
          if index < rows.count {
            rows[index].draw(
              on: page, at: PagePoint(content.x, y), height: heights[index], with: typesetter)
            y += heights[index]
          } else {
            tail.draw(on: page, from: y, to: content.y + room, with: typesetter)
          }
        }
        ink.foot(
          ink.words.origin(sheet, program: ink.program), page: number + 1, of: pages.count,
          on: page, with: typesetter)
      }
    }
  }

  private func topHeight(with typesetter: borrowing Typesetter) -> Double {
    let key = MapKey(sheet: sheet, ink: ink).height(with: typesetter)
    return SheetHead.height + ink.format.mapHeight + key + 4 + (rows.isEmpty ? 30 : 0)
  }

  private func drawTop(on page: borrowing Page, with typesetter: borrowing Typesetter) {
    let content = ink.format.content
    SheetHead(sheet: sheet, ink: ink).draw(on: page, with: typesetter)
    let box = PageBox(
      x: content.x, y: content.y + SheetHead.height, width: content.width,
      height: ink.format.mapHeight)
    let map = SheetMap(
      of: [sheet], on: ground, width: box.width, height: box.height, radius: Self.radius,
      letters: 6.5)
    MapDrawing(
      map: map, box: box, ink: ink, radius: Self.radius, isStraight: !sheet.route.isByRoad
    ).draw(on: page, with: typesetter)
    let key = MapKey(sheet: sheet, ink: ink)
    key.draw(on: page, at: box.bottom + 1, with: typesetter)
    if rows.isEmpty {
      let y = box.bottom + key.height(with: typesetter) + 8
      ink.write(
        ink.words.noStops, ink.format.name, on: page, at: PagePoint(content.x, y),
        with: typesetter)
    }
  }
}
