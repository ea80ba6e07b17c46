/// Numbers the sites of readings in the order in which they come.
///
/// A class, so that all who read and name sites share one; what it holds is behind a pointer, since
/// the properties of a class are checked for exclusive access at every reading.
final class SiteNames {
  private let table: UnsafeMutablePointer<SiteNameTable>

  init() {
    table = .allocate(capacity: 1)
    table.initialize(to: SiteNameTable())
  }

  deinit {
    table.deinitialize(count: 1)
    table.deallocate()
  }

  /// How many there are.
  var count: Int { table.pointee.count }

  /// The name of a site.
  subscript(_ site: Int) -> String { table.pointee[site] }

  /// The number of a name, a new one for a new name.
  @inline(__always)
  func number(_ name: UnsafeBufferPointer<UInt8>) -> Int32 { table.pointee.number(name) }
}
