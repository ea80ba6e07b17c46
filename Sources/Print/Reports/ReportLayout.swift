/// The parts of a report by page.
struct ReportLayout {
  /// A part and where it stands; of a table some rows.
  struct Placed {
    let item: ReportItem
    let y: Double
    let rows: Range<Int>
  }

  /// The parts of each page.
  private(set) var pages: [[Placed]] = [[]]
  /// The page of each heading, counted from 1.
  private(set) var headings: [(title: String, page: Int)] = []

  private let frame = ReportInk.frame
  private var y: Double

  init(_ items: [ReportItem], with typesetter: borrowing Typesetter) {
    y = ReportInk.frame.y
    for (number, item) in items.enumerated() {
      let needed = Self.needed(items, from: number, typesetter)
      if y + item.space + needed > frame.bottom, y > frame.y { turn() }
      place(item, typesetter)
    }
  }

  private mutating func turn() {
    pages.append([])
    y = frame.y
  }

  private mutating func place(_ item: ReportItem, _ typesetter: borrowing Typesetter) {
    if y > frame.y { y += item.space }
    if case .heading(let title) = item { headings.append((title, pages.count)) }
    guard case .table(let table, let rows) = item else {
      add(item, height: ReportMeasure.height(of: item, width: frame.width, with: typesetter))
      return
    }
    let head = table.headHeight(with: typesetter)
    let heights = rows.map { table.height(of: $0, with: typesetter) }
    let parts = PageBreaks.pages(
      heights: heights, first: frame.bottom - y - head, next: frame.height - head)
    for (number, part) in parts.enumerated() {
      if number > 0 { turn() }
      if part.isEmpty, parts.count > 1 { continue }
      add(item, height: head + heights[part].reduce(0, +), rows: part)
    }
  }

  private mutating func add(_ item: ReportItem, height: Double, rows: Range<Int> = 0..<0) {
    pages[pages.count - 1].append(Placed(item: item, y: y, rows: rows))
    y += height
  }

  /// How much room a part needs to begin: with those that it is kept with, of a table three rows.
  private static func needed(
    _ items: [ReportItem], from number: Int, _ typesetter: borrowing Typesetter
  ) -> Double {
    let width = ReportInk.frame.width
    var height = 0.0
    for item in items[number...] {
      guard case .table(let table, let rows) = item else {
        height += ReportMeasure.height(of: item, width: width, with: typesetter) + item.space
        guard item.isKeptWithNext else { break }
        continue
      }
      height += table.headHeight(with: typesetter)
      for row in rows.prefix(3) { height += table.height(of: row, with: typesetter) }
      break
    }
    return min(height, ReportInk.frame.height)
  }
}
