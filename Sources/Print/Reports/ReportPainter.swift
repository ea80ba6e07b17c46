import Geo
import Publishing

/// Draws the parts of a report on pages.
struct ReportPainter {
  let language: Language
  private let frame = ReportInk.frame

  init(language: Language) {
    self.language = language
  }

  /// Draws a part.
  func draw(
    _ placed: ReportLayout.Placed, on page: borrowing Page, with typesetter: borrowing Typesetter
  ) {
    let corner = PagePoint(frame.x, placed.y)
    switch placed.item {
    case .heading(let text):
      page.draw(typesetter.layout(text, ReportInk.heading, width: frame.width), at: corner)
    case .text(let text, let style, _):
      page.draw(typesetter.layout(text, style, width: frame.width), at: corner)
    case .figures(let figures): draw(figures, at: corner, on: page, typesetter)
    case .chart(let drawing):
      for shape in drawing.shapes { draw(shape, at: corner, on: page, typesetter) }
    case .table(let table, let rows):
      table.draw(Array(rows[placed.rows]), on: page, at: corner, with: typesetter)
    }
  }

  /// Draws what stands at the foot of a page.
  func drawFoot(
    _ title: String, number: String, on page: borrowing Page, with typesetter: borrowing Typesetter
  ) {
    let y = frame.bottom + 12
    let style = ReportInk.small.overflowing(.ends)
    page.line(
      [PagePoint(frame.x, y - 5), PagePoint(frame.right, y - 5)],
      Stroke(MapColour(ChartInk.axis.onPaper), width: 0.4))
    page.draw(
      typesetter.layout(title, style, width: frame.width * 0.7), at: PagePoint(frame.x, y))
    page.draw(
      typesetter.layout(number, style.aligned(.right), width: frame.width * 0.3),
      at: PagePoint(frame.x + frame.width * 0.7, y))
  }

  private func draw(
    _ figures: [KeyFigure], at corner: PagePoint, on page: borrowing Page,
    _ typesetter: borrowing Typesetter
  ) {
    let (inRow, gap) = (ReportMeasure.figuresInRow, ReportMeasure.figureGap)
    let width = (frame.width - Double(inRow - 1) * gap) / Double(inRow)
    let inner = width - 14
    for (number, figure) in figures.enumerated() {
      let box = PageBox(
        x: corner.x + Double(number % inRow) * (width + gap),
        y: corner.y + Double(number / inRow) * (ReportMeasure.figureHeight + gap), width: width,
        height: ReportMeasure.figureHeight)
      page.rectangle(
        box, fill: Fill(MapColour(0xF6F8FA)), stroke: Stroke(MapColour(0xD8DEE4), width: 0.6),
        rounded: 3)
      let name = ReportInk.small.sized(7.5).overflowing(.ends)
      page.draw(
        typesetter.layout(figure.name.text(language), name, width: inner),
        at: PagePoint(box.x + 7, box.y + 4))
      page.draw(
        typesetter.layout(figure.value, ReportInk.figure), at: PagePoint(box.x + 7, box.y + 13))
      guard let detail = figure.detail else { continue }
      page.draw(
        typesetter.layout(detail.text(language), name.sized(7), width: inner),
        at: PagePoint(box.x + 7, box.y + 38))
    }
  }

  private func draw(
    _ shape: ChartShape, at corner: PagePoint, on page: borrowing Page,
    _ typesetter: borrowing Typesetter
  ) {
    let scale = ReportInk.chartScale
    func place(_ x: Double, _ y: Double) -> PagePoint {
      PagePoint(corner.x + x * scale, corner.y + y * scale)
    }
    func fill(_ ink: ChartInk) -> Fill { Fill(MapColour(ink.onPaper)) }
    switch shape {
    case .box(let x, let y, let width, let height, let ink):
      let start = place(x, y)
      page.rectangle(
        PageBox(x: start.x, y: start.y, width: width * scale, height: height * scale),
        fill: fill(ink))
    case .line(let points, let ink, let width, let isDashed):
      page.line(
        points.map { place($0.x, $0.y) },
        Stroke(
          MapColour(ink.onPaper), width: width * scale * 0.8, dashes: isDashed ? [4, 2.5] : []))
    case .area(let points, let ink):
      page.polygon([points.map { place($0.x, $0.y) }], fill: fill(ink))
    case .disc(let x, let y, let radius, let ink):
      page.circle(place(x, y), radius: radius * scale, fill: fill(ink))
    case .text(let phrase, let x, let y, let size, let anchor, let ink):
      let layout = typesetter.layout(phrase.text(language), ReportInk.chart(size, ink))
      let part =
        switch anchor {
        case .start: 0.0
        case .middle: 0.5
        case .end: 1.0
        }
      let start = place(x, y)
      page.draw(
        layout, at: PagePoint(start.x - part * layout.width, start.y - layout.baseline))
    }
  }
}
