import CMapPage

/// A file of the map's page, built into the program.
struct PageFile {
  let bytes: [UInt8]
  let mediaType: String

  /// The file of a name; nil if there is none.
  init?(_ name: String) {
    let file = map_page_file(name)
    guard let start = file.bytes, let ending = name.split(separator: ".").last,
      let mediaType = Self.mediaTypes[String(ending)]
    else { return nil }
    bytes = Array(UnsafeBufferPointer(start: start, count: file.count))
    self.mediaType = mediaType
  }

  private static let mediaTypes = [
    "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8", "json": "application/json", "svg": "image/svg+xml",
  ]
}
