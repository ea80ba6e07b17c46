import Publishing

/// The scale bar and the north arrow of a map.
struct MapScale {
  let metresPerPoint: Double
  let box: PageBox
  let ink: SheetInk

  /// A round length of 1, 2 or 5 times a power of ten: at most a fifth of the map.
  private var metres: Double {
    let room = box.width / 5 * metresPerPoint
    var unit = 1.0
    while unit * 10 <= room { unit *= 10 }
    return [5.0, 2, 1].map { $0 * unit }.first { $0 <= room } ?? unit
  }

  /// Draws them into the map's lower left and upper right corners.
  func draw(on page: borrowing Page, with typesetter: borrowing Typesetter) {
    let dark = MapColour(0x222222)
    let length = metres / metresPerPoint
    let panel = PageBox(x: box.x + 5, y: box.bottom - 23, width: length + 30, height: 18)
    page.rectangle(panel, fill: Fill(MapColour(0xFFFFFF), opacity: 0.85), rounded: 2)
    let (left, y) = (panel.x + 5, panel.bottom - 6)
    page.rectangle(
      PageBox(x: left, y: y, width: length / 2, height: 3), fill: Fill(dark),
      stroke: Stroke(dark, width: 0.5))
    page.rectangle(
      PageBox(x: left + length / 2, y: y, width: length / 2, height: 3),
      fill: Fill(MapColour(0xFFFFFF)), stroke: Stroke(dark, width: 0.5))
    let style = ink.format.small.sized(6.5)
    ink.write("0", style, on: page, at: PagePoint(left - 1, panel.y), with: typesetter)
    ink.centre(
      ink.words.scale(metres), style, on: page, at: PagePoint(left + length, panel.y + 5),
      with: typesetter)
    drawNorth(on: page, dark, with: typesetter)
  }

  private func drawNorth(
    on page: borrowing Page, _ dark: MapColour, with typesetter: borrowing Typesetter
  ) {
    let (x, y) = (box.right - 15, box.y + 7)
    page.circle(
      PagePoint(x, y + 11), radius: 13, fill: Fill(MapColour(0xFFFFFF), opacity: 0.85))
    page.polygon(
      [
        [PagePoint(x, y), PagePoint(x + 5, y + 13), PagePoint(x, y + 10), PagePoint(x - 5, y + 13)]
      ],
      fill: Fill(dark))
    ink.centre(
      ink.words.north, ink.format.small.sized(7).bold, on: page, at: PagePoint(x, y + 18),
      with: typesetter)
  }
}
