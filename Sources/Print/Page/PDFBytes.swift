import CPangoCairo

/// The bytes that cairo writes, gathered in memory: a document is written whole or not at all.
final class PDFBytes {
  fileprivate(set) var bytes: [UInt8] = []

  /// What cairo calls with each piece; it is given this object as its closure.
  static let write: cairo_write_func_t = { closure, data, count in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let target = Unmanaged<PDFBytes>.fromOpaque(closure).takeUnretainedValue()
    target.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }

  /// This object as cairo's closure; it must outlive the surface.
  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
