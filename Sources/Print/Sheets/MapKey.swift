import Publishing

/// What the signs of a sheet's map mean, below it.
struct MapKey {
  let sheet: SheetContents
  let ink: SheetInk

  /// Its height in points.
  func height(with typesetter: borrowing Typesetter) -> Double {
    var height = 12.0
    for (text, style) in lines {
      height += typesetter.layout(text, style, width: ink.format.content.width).height + 1
    }
    return height
  }

  /// How codes are read, and what is not official.
  private var lines: [(text: String, style: TextStyle)] {
    let small = ink.format.small
    let warning = ink.words.borders(sheet.route.townshipSources)
    return [(ink.words.scanNote, small)]
      + (warning.map { [($0, small.bold.coloured(SheetFormat.warning))] } ?? [])
  }

  /// Draws it below a place.
  func draw(on page: borrowing Page, at y: Double, with typesetter: borrowing Typesetter) {
    let content = ink.format.content
    let style = ink.format.small.sized(6.8)
    var x = content.x
    let signs: [(fill: Fill, text: String)] = [
      (Fill(sheet.colour, opacity: 0.25), ink.words.visitedTownship),
      (Fill(MapDrawing.hot, opacity: 0.25), ink.words.hotCell),
    ]
    for (fill, text) in signs {
      page.rectangle(
        PageBox(x: x, y: y + 3, width: 10, height: 6), fill: fill,
        stroke: Stroke(SheetFormat.line, width: 0.4))
      let layout = typesetter.layout(text, style)
      page.draw(layout, at: PagePoint(x + 13, y + 1))
      x += 13 + layout.width + 10
    }
    let note = [ink.words.way(sheet), ink.words.datum].joined(separator: "　")
    ink.write(
      note, style.aligned(.right).overflowing(.ends), on: page, at: PagePoint(x, y + 1),
      width: content.right - x, with: typesetter)
    var line = y + 12
    for (text, style) in lines {
      line +=
        1
        + ink.write(
          text, style, on: page, at: PagePoint(content.x, line), width: content.width,
          with: typesetter)
    }
  }
}
