import Publishing

/// Draws the parts of sheets: a page, what sets its text, and the sheet's sizes and words.
struct SheetInk: Sendable {
  let format: SheetFormat
  let words: SheetWords
  /// The program and its version.
  let program: String

  /// Draws a text and gives back its height.
  @discardableResult
  func write(
    _ text: String, _ style: TextStyle, on page: borrowing Page, at place: PagePoint,
    width: Double? = nil, with typesetter: borrowing Typesetter
  ) -> Double {
    let layout = typesetter.layout(text, style, width: width)
    page.draw(layout, at: place)
    return layout.height
  }

  /// Draws a text around a middle.
  func centre(
    _ text: String, _ style: TextStyle, on page: borrowing Page, at middle: PagePoint,
    with typesetter: borrowing Typesetter, rim: Stroke? = nil
  ) {
    let layout = typesetter.layout(text, style)
    let place = PagePoint(middle.x - layout.width / 2, middle.y - layout.height / 2)
    if let rim {
      page.draw(layout, rim: rim, at: place)
    } else {
      page.draw(layout, at: place)
    }
  }

  /// Draws an empty box to tick with a word behind it.
  func box(
    _ word: String, on page: borrowing Page, at place: PagePoint, width: Double,
    with typesetter: borrowing Typesetter
  ) {
    let style = format.small.overflowing(.ends)
    let side = style.size
    page.rectangle(
      PageBox(x: place.x, y: place.y + side * 0.25, width: side, height: side),
      stroke: Stroke(MapColour(0x333333), width: 0.6))
    write(
      word, style, on: page, at: PagePoint(place.x + side + 2, place.y),
      width: width - side - 2, with: typesetter)
  }

  /// Draws the foot of a page: by what it was made, and which page it is.
  func foot(
    _ origin: String, page number: Int, of pages: Int, on page: borrowing Page,
    with typesetter: borrowing Typesetter
  ) {
    let content = format.content
    let y = content.bottom - format.footHeight + 5
    page.line([PagePoint(content.x, y - 2), PagePoint(content.right, y - 2)], SheetFormat.rule)
    write(
      origin, format.foot.overflowing(.ends), on: page, at: PagePoint(content.x, y),
      width: content.width - 90, with: typesetter)
    write(
      words.page(number, of: pages), format.foot.aligned(.right), on: page,
      at: PagePoint(content.right - 90, y), width: 90, with: typesetter)
  }
}
