import Publishing

/// The head of a sheet: whose day it is, and what it comes to.
struct SheetHead {
  let sheet: SheetContents
  let ink: SheetInk

  /// Its height on the first page.
  static let height = 66.0
  /// Its height on the pages after it.
  static let shortHeight = 24.0

  private var content: PageBox { ink.format.content }

  /// Draws it at the top of the first page.
  func draw(on page: borrowing Page, with typesetter: borrowing Typesetter) {
    let x = content.x + 12
    page.rectangle(
      PageBox(x: content.x, y: content.y, width: 5, height: Self.height - 8),
      fill: Fill(sheet.colour))
    ink.write(
      ink.words.title, ink.format.title, on: page, at: PagePoint(x, content.y), with: typesetter)
    ink.write(
      ink.words.team(sheet), ink.format.team.overflowing(.ends), on: page,
      at: PagePoint(x, content.y + 11), width: content.width - 200, with: typesetter)
    ink.write(
      ink.words.day(sheet), ink.format.date.overflowing(.ends), on: page,
      at: PagePoint(content.x + 150, content.y), width: content.width - 150, with: typesetter)
    var right = content.x + 12
    for (label, value) in ink.words.summary(sheet) {
      let name = typesetter.layout(label, ink.format.title)
      let figure = typesetter.layout(value, ink.format.name)
      let y = content.y + Self.height - 21
      page.draw(name, at: PagePoint(right, y + figure.baseline - name.baseline))
      page.draw(figure, at: PagePoint(right + name.width + 4, y))
      right += name.width + figure.width + 22
    }
    ink.write(
      sheet.planID, ink.format.title.aligned(.right), on: page,
      at: PagePoint(content.right - 160, content.y + Self.height - 20), width: 160,
      with: typesetter)
  }

  /// Draws it at the top of a later page.
  func drawShort(on page: borrowing Page, with typesetter: borrowing Typesetter) {
    page.rectangle(
      PageBox(x: content.x, y: content.y, width: 5, height: 15), fill: Fill(sheet.colour))
    ink.write(
      ink.words.team(sheet), ink.format.name.sized(11), on: page,
      at: PagePoint(content.x + 12, content.y), with: typesetter)
    ink.write(
      ink.words.day(sheet), ink.format.title.aligned(.right), on: page,
      at: PagePoint(content.x + 150, content.y + 2), width: content.width - 150, with: typesetter)
  }
}
