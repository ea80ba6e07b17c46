import Publishing

/// The boxes in which inspectors tick what a visit came to.
struct ResultBoxes {
  let ink: SheetInk
  /// True where something was found: only what it was is asked.
  var isFound = false

  private var format: SheetFormat { ink.format }

  private var step: Double { format.small.size * 1.62 }

  /// The height of a cell that holds them, in points.
  func height(in width: Double, with typesetter: borrowing Typesetter) -> Double {
    let inner = PageBox(x: 0, y: 0, width: width - 2 * format.padding, height: 0)
    let outcomes = isFound ? 0 : (ink.words.outcomes.count + 1) / 2
    let severities = severityPlaces(in: inner, with: typesetter).last?.place.y ?? 0
    return 2 * format.padding + 1 + Double(outcomes + 3) * step + severities
  }

  /// Draws them from the top of a cell.
  func draw(on page: borrowing Page, in cell: PageBox, with typesetter: borrowing Typesetter) {
    let inner = cell.inset(by: format.padding)
    let half = inner.width / 2
    var y = inner.y
    let outcomes = isFound ? [] : ink.words.outcomes
    for (place, outcome) in outcomes.enumerated() {
      let column = Double(place % 2)
      ink.box(
        outcome, on: page, at: PagePoint(inner.x + column * half, y), width: half,
        with: typesetter)
      if place % 2 == 1 { y += step }
    }
    if outcomes.count % 2 == 1 { y += step }
    y += 1
    blank(ink.words.typeLabel, on: page, in: inner, at: y, with: typesetter)
    y += step
    let line = PageBox(x: inner.x, y: y, width: inner.width, height: step)
    for (severity, place, width) in severityPlaces(in: line, with: typesetter) {
      ink.box(severity, on: page, at: place, width: width, with: typesetter)
      y = place.y
    }
    y += step
    blank(ink.words.timeLabel, on: page, in: inner, at: y, with: typesetter)
  }

  /// The boxes of severities one after the other, in as many lines as they need.
  private func severityPlaces(
    in box: PageBox, with typesetter: borrowing Typesetter
  ) -> [(text: String, place: PagePoint, width: Double)] {
    let third = box.width / 3
    var (x, y) = (box.x, box.y)
    var places: [(text: String, place: PagePoint, width: Double)] = []
    for severity in ink.words.severities {
      let word = typesetter.layout(severity, format.small)
      let width = max(third, format.small.size + word.width + 4)
      if x + width > box.right + 1, x > box.x { (x, y) = (box.x, y + step) }
      places.append((severity, PagePoint(x, y), width))
      x += width
    }
    return places
  }

  /// Draws a label with a line to write on.
  private func blank(
    _ label: String, on page: borrowing Page, in box: PageBox, at y: Double,
    with typesetter: borrowing Typesetter
  ) {
    let layout = typesetter.layout(label, format.small)
    page.draw(layout, at: PagePoint(box.x, y))
    let bottom = y + layout.height
    page.line(
      [PagePoint(box.x + layout.width + 3, bottom), PagePoint(box.right, bottom)],
      SheetFormat.rule)
  }
}
