import Publishing

/// The headings of a sheet's table; they stand again on each page.
struct TableHead {
  let headings: [String]
  let ink: SheetInk

  init(_ headings: [String], ink: SheetInk) {
    self.headings = headings
    self.ink = ink
  }

  /// Its height in points.
  var height: Double { 15 * ink.format.letters }

  /// Draws it below a place and gives back where it ends.
  func draw(
    on page: borrowing Page, at y: Double, with typesetter: borrowing Typesetter
  ) -> Double {
    var x = ink.format.content.x
    for (heading, width) in zip(headings, ink.format.columns) {
      let box = PageBox(x: x, y: y, width: width, height: height)
      page.rectangle(box, fill: Fill(MapColour(0xE9ECEF)), stroke: SheetFormat.rule)
      let layout = typesetter.layout(
        heading, ink.format.head.aligned(.centre).overflowing(.ends), width: width - 4)
      page.draw(layout, at: PagePoint(x + 2, box.middle.y - layout.height / 2))
      x += width
    }
    return y + height
  }
}
