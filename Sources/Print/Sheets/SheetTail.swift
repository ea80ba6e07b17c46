import Publishing

/// What follows a sheet's stops: empty rows for finds off the list, kinds of problems, signatures.
struct SheetTail {
  let ink: SheetInk

  /// The least and the most empty rows.
  private static let rows = 3...7

  private var format: SheetFormat { ink.format }
  private var words: SheetWords { ink.words }
  private var rowHeight: Double { 54 * format.letters }
  private var headHeight: Double { 15 * format.letters }
  private var signatureHeight: Double { 46 * format.letters }

  private var types: String {
    words.problemTypesLabel + words.problemTypes.joined(separator: "　")
  }

  /// The least height that it takes, in points.
  func height(with typesetter: borrowing Typesetter) -> Double {
    fixedHeight(with: typesetter) + Double(Self.rows.lowerBound) * rowHeight
  }

  private func fixedHeight(with typesetter: borrowing Typesetter) -> Double {
    let text = typesetter.layout(types, format.small, width: format.content.width).height
    return 8 + headHeight * 2 + 6 + text + 8 + signatureHeight
  }

  /// Draws it below a place, with as many empty rows as there is room for; signatures stand at the
  /// bottom.
  func draw(
    on page: borrowing Page, from top: Double, to bottom: Double,
    with typesetter: borrowing Typesetter
  ) {
    let content = format.content
    let room = (bottom - top - fixedHeight(with: typesetter)) / rowHeight
    let rows = min(max(Int(room), Self.rows.lowerBound), Self.rows.upperBound)
    var y = top + 8
    ink.write(
      words.spareTitle, format.head, on: page, at: PagePoint(content.x, y), with: typesetter)
    y += headHeight
    y = TableHead(words.spareHeadings, ink: ink).draw(on: page, at: y, with: typesetter)
    for row in 1...rows {
      drawRow(row, on: page, at: y, with: typesetter)
      y += rowHeight
    }
    ink.write(
      types, format.small, on: page, at: PagePoint(content.x, y + 6), width: content.width,
      with: typesetter)
    drawSignatures(on: page, at: bottom - signatureHeight, with: typesetter)
  }

  private func drawRow(
    _ row: Int, on page: borrowing Page, at y: Double, with typesetter: borrowing Typesetter
  ) {
    var x = format.content.x
    for (column, width) in format.columns.enumerated() {
      let box = PageBox(x: x, y: y, width: width, height: rowHeight)
      page.rectangle(box, stroke: SheetFormat.rule)
      if column == 0 {
        ink.centre(
          "+\(row)", format.name.coloured(SheetFormat.grey), on: page, at: box.middle,
          with: typesetter)
      }
      if column == 3 {
        ResultBoxes(ink: ink, isFound: true).draw(on: page, in: box, with: typesetter)
      }
      x += width
    }
  }

  private func drawSignatures(
    on page: borrowing Page, at y: Double, with typesetter: borrowing Typesetter
  ) {
    let content = format.content
    ink.write(
      words.signatureNote, format.small, on: page, at: PagePoint(content.x, y), with: typesetter)
    let width = content.width / Double(words.signatures.count)
    let bottom = y + signatureHeight - 4
    for (place, label) in words.signatures.enumerated() {
      let x = content.x + Double(place) * width
      let layout = typesetter.layout(label, format.plain)
      page.draw(layout, at: PagePoint(x, bottom - layout.height))
      page.line(
        [PagePoint(x + layout.width + 4, bottom), PagePoint(x + width - 10, bottom)],
        Stroke(MapColour(0x333333), width: 0.7))
    }
  }
}
