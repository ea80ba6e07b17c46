internal import Geo

/// Tells from the first rows whether readings stand by site or by time.
enum ReadingOrderGuess {
  /// By time where sites alternate in the first block of a file, or where files have sites in common.
  static func order(
    of paths: [String], options: ReadingOptions
  ) throws(StoreError) -> ReadingOptions.Order {
    guard options.order == .auto else { return options.order }
    // A stream cannot be looked at twice, and other formats are small enough for the disk.
    guard paths.allSatisfy({ $0 != "-" && ReadingFiles.isText($0) }) else { return .time }
    var known: Set<String> = []
    for path in paths {
      var reader = try ReadingFiles.reader(of: path, options: options)
      let layout = try ReadingLayout(reader.headings, path: path, options: options)
      let block = LineBlock()
      do throws(GDALError) {
        guard try reader.read(into: block) else { continue }
      } catch {
        throw StoreError(reading: error)
      }
      let (changes, sites) = count(block, layout, reader.dialect.separator)
      // Each site once in turn; a lone row out of place is no order by time.
      if changes > sites.count + sites.count / 4 + 2 { return .time }
      if !known.isDisjoint(with: sites) { return .time }
      known.formUnion(sites)
    }
    return .meter
  }

  private static func count(
    _ block: LineBlock, _ layout: ReadingLayout, _ separator: UInt8
  ) -> (changes: Int, sites: Set<String>) {
    let text = UnsafeBufferPointer(start: UnsafePointer(block.bytes), count: block.count)
    var sites: Set<String> = []
    var last = ""
    var changes = 0
    for line in text.split(separator: 10) {
      let fields = line.split(separator: separator, omittingEmptySubsequences: false)
      guard fields.count == layout.fieldCount else { continue }
      let site = String(decoding: fields[layout.site].filter { $0 != 34 }, as: UTF8.self)
      guard site != last else { continue }
      last = site
      changes += 1
      sites.insert(site)
    }
    return (changes, sites)
  }
}
