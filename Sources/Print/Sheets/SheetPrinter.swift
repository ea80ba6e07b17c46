import CampaignData
import Publishing
import Terminal

/// Makes PDFs of a day's sheets.
struct SheetPrinter: ~Copyable {
  private let day: SheetDay
  private let ground: SheetGround
  private let ink: SheetInk
  private let typesetter: Typesetter

  init(
    _ day: SheetDay, on ground: SheetGround, ink: SheetInk, with typesetter: consuming Typesetter
  ) {
    self.day = day
    self.ground = ground
    self.ink = ink
    self.typesetter = typesetter
  }

  /// A document of a city's sheets, or some of them.
  struct Product {
    let bytes: [UInt8]
    let pages: Int
  }

  /// All cities with their overviews and teams, each under its bookmark; `isDone` is told how many
  /// sheets are drawn.
  func book(isDone: (Int) -> Void) throws(CommandFailure) -> Product {
    guard let first = day.sheets.first else { throw Self.nothing }
    var document = PDFDocument(
      properties(of: first, ink.words.documentTitle(first.route.date)), paper: ink.format.paper)
    var done = 0
    for city in day.cities {
      let parent = document.addBookmark(
        city.name(in: ink.words.language), under: .root, page: document.pages + 1)
      document.addBookmark(ink.words.overview, under: parent, page: document.pages + 1)
      OverviewPages(city: city, ground: ground, ink: ink).add(to: &document, with: typesetter)
      for sheet in city.teams {
        document.addBookmark(
          ink.words.bookmark(sheet), under: parent, page: document.pages + 1)
        try TeamPages(sheet, on: ground, ink: ink).add(to: &document, with: typesetter)
        done += 1
        isDone(done)
      }
    }
    let pages = document.pages
    return Product(bytes: try document.finish(), pages: pages)
  }

  /// One team's sheet.
  func sheet(_ sheet: SheetContents) throws(CommandFailure) -> Product {
    let title = "\(ink.words.documentTitle(sheet.route.date)) \(ink.words.team(sheet))"
    var document = PDFDocument(properties(of: sheet, title), paper: ink.format.paper)
    document.addBookmark(ink.words.bookmark(sheet), under: .root, page: 1)
    try TeamPages(sheet, on: ground, ink: ink).add(to: &document, with: typesetter)
    let pages = document.pages
    return Product(bytes: try document.finish(), pages: pages)
  }

  /// One city's overview.
  func overview(_ city: SheetCity) throws(CommandFailure) -> Product {
    guard let first = city.teams.first else { throw Self.nothing }
    let title =
      "\(ink.words.documentTitle(first.route.date)) \(ink.words.overviewTitle(city))"
    var document = PDFDocument(properties(of: first, title), paper: ink.format.paper)
    OverviewPages(city: city, ground: ground, ink: ink).add(to: &document, with: typesetter)
    let pages = document.pages
    return Product(bytes: try document.finish(), pages: pages)
  }

  /// Names with a letter that no font here has: boxes would stand in its place.
  var unprintable: [String] {
    var names: [String] = []
    for stop in day.sheets.flatMap(\.stops) {
      let text = stop.planned.name + stop.planned.township
      if typesetter.layout(text, TextStyle()).unknownLetters > 0 { names.append(stop.planned.name) }
    }
    return names
  }

  private static var nothing: CommandFailure {
    CommandFailure(
      status: .inputMissing, message: "no team works on this day",
      hint: "See `hotspot coverage` and the plan's remarks for why.")
  }

  private func properties(of sheet: SheetContents, _ title: String) -> DocumentProperties {
    DocumentProperties(
      title: title, author: "Hotspot", subject: ink.words.documentSubject(sheet.planID),
      creator: ink.program, date: SourceDate.moment ?? sheet.route.planAsOf)
  }
}
