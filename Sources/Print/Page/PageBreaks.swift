/// Where rows go on to the next page.
enum PageBreaks {
  /// The rows of each page by their heights, none cut in two.
  ///
  /// A row that is higher than a page has one for itself. No rows take one empty page. Takes time in
  /// proportion to the rows.
  /// - Parameters:
  ///   - first: room on the first page.
  ///   - next: room on each page after it.
  static func pages(heights: [Double], first: Double, next: Double) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = 0
    var room = first
    for (row, height) in heights.enumerated() {
      // The first page may be left empty where its head leaves too little room.
      if height > room + 1e-6, row > start || pages.isEmpty {
        pages.append(start..<row)
        start = row
        room = next
      }
      room -= height
    }
    pages.append(start..<heights.count)
    return pages
  }
}
