import CGDAL

/// The owner of a list of KEY=VALUE texts as GDAL takes them.
struct GDALOptions: ~Copyable {
  private(set) var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

  /// The options, in the order of their names.
  init(_ options: [String: String]) {
    for (key, value) in options.sorted(by: { $0.key < $1.key }) {
      pointer = CSLSetNameValue(pointer, key, value)
    }
  }

  deinit { CSLDestroy(pointer) }

  /// The list for the functions that promise not to change it.
  var constant: UnsafePointer<UnsafePointer<CChar>?>? {
    UnsafeRawPointer(pointer)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
  }
}
