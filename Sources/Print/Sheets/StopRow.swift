import Publishing
import Terminal

/// A stop's row in a sheet's table: number, site, reasons, boxes for the result, and the code.
struct StopRow {
  let stop: SheetStop
  let colour: MapColour
  let code: QRCode
  let ink: SheetInk

  /// Makes its QR code; throws `software` if the link is too long for one.
  init(_ stop: SheetStop, colour: MapColour, ink: SheetInk) throws(CommandFailure) {
    self.stop = stop
    self.colour = colour
    self.ink = ink
    code = try QRCode(stop.navigation)
  }

  private var format: SheetFormat { ink.format }
  private var words: SheetWords { ink.words }

  /// What the site's column says, from the top.
  private var site: [(text: String, style: TextStyle)] {
    [
      (stop.planned.name, format.name), (words.township(stop), format.plain),
      (words.place(stop), format.small), (words.position(stop), format.faint),
      (words.identifier(stop), format.faint),
    ]
  }

  /// What the reasons' column says, from the top.
  private var reasons: [(text: String, style: TextStyle)] {
    [
      (words.why(stop), format.plain.overflowing(.lines(2))),
      (words.reasons(stop), format.small.overflowing(.lines(5))),
      (words.lastVisit(stop), format.small.bold),
      (words.nearby(stop), format.small.overflowing(.lines(3))),
      (words.evidence(stop), format.faint.overflowing(.lines(3))),
    ].compactMap { text, style in text.flatMap { $0.isEmpty ? nil : ($0, style) } }
  }

  /// The row's height in points.
  func height(with typesetter: borrowing Typesetter) -> Double {
    let widths = format.columns
    let site = height(site, widths[1], typesetter)
    let reasons = height(reasons, widths[2], typesetter)
    let result = ResultBoxes(ink: ink).height(in: widths[3], with: typesetter)
    return max(format.codeSide + 12, result, max(site, reasons) + 2 * format.padding)
  }

  private func height(
    _ lines: [(text: String, style: TextStyle)], _ width: Double,
    _ typesetter: borrowing Typesetter
  ) -> Double {
    var height = 0.0
    for (text, style) in lines {
      height += typesetter.layout(text, style, width: width - 2 * format.padding).height + 1
    }
    return height
  }

  /// Draws the row with its upper left corner at a place.
  func draw(
    on page: borrowing Page, at place: PagePoint, height: Double,
    with typesetter: borrowing Typesetter
  ) {
    var x = place.x
    for (column, width) in format.columns.enumerated() {
      let box = PageBox(x: x, y: place.y, width: width, height: height)
      page.rectangle(box, stroke: SheetFormat.rule)
      switch column {
      case 0: drawNumber(on: page, in: box, with: typesetter)
      case 1: draw(site, on: page, in: box, with: typesetter)
      case 2: draw(reasons, on: page, in: box, with: typesetter)
      case 3: ResultBoxes(ink: ink).draw(on: page, in: box, with: typesetter)
      default: drawCode(on: page, in: box)
      }
      x += width
    }
  }

  private func drawNumber(
    on page: borrowing Page, in box: PageBox, with typesetter: borrowing Typesetter
  ) {
    let radius = 11 * format.letters
    let middle = PagePoint(box.middle.x, box.y + radius + 7)
    page.circle(middle, radius: radius, fill: Fill(colour))
    ink.centre(
      String(stop.planned.order), format.name.sized(12 * format.letters).coloured(colour.ink),
      on: page, at: middle, with: typesetter)
    let y = middle.y + radius + 4
    let height = ink.write(
      words.time(stop.planned.arrival), format.name.aligned(.centre), on: page,
      at: PagePoint(box.x, y), width: box.width, with: typesetter)
    ink.write(
      words.leg(stop), format.faint.aligned(.centre), on: page,
      at: PagePoint(box.x, y + height), width: box.width, with: typesetter)
  }

  private func draw(
    _ lines: [(text: String, style: TextStyle)], on page: borrowing Page, in box: PageBox,
    with typesetter: borrowing Typesetter
  ) {
    var y = box.y + format.padding
    for (text, style) in lines {
      y +=
        1
        + ink.write(
          text, style, on: page, at: PagePoint(box.x + format.padding, y),
          width: box.width - 2 * format.padding, with: typesetter)
    }
  }

  private func drawCode(on page: borrowing Page, in box: PageBox) {
    let side = format.codeSide
    let square = PageBox(
      x: box.middle.x - side / 2, y: box.middle.y - side / 2, width: side, height: side)
    code.draw(on: page, in: square)
    page.link(to: stop.navigation, in: square)
  }
}
