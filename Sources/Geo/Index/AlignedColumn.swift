import Glibc

/// Bulk memory of an index: plain values from the start of a cache line on.
///
/// Kernels read it by address, without reference counts or checks. It is written only while one
/// owner builds it and afterwards only read, hence `Sendable`.
final class AlignedColumn<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The first value; valid as long as the column.
  let base: UnsafeMutablePointer<Element>
  let count: Int

  /// How many bytes the values take.
  var byteCount: Int { count * MemoryLayout<Element>.stride }

  /// Some copies of a value.
  init(repeating value: Element, count: Int) {
    base = Self.allocate(count)
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// A copy of an array.
  init(_ values: [Element]) {
    base = Self.allocate(values.count)
    for (place, value) in values.enumerated() { (base + place).initialize(to: value) }
    count = values.count
  }

  deinit { base.deallocate() }

  subscript(_ place: Int) -> Element {
    get {
      precondition(place >= 0 && place < count)
      return base[place]
    }
    set {
      precondition(place >= 0 && place < count)
      base[place] = newValue
    }
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    let size = max(count, 1) * MemoryLayout<Element>.stride
    let isLarge = size >= 1 << 22
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: size, alignment: isLarge ? 1 << 21 : 64)
    // Large pages: a look-up at random then costs one fetch from memory, not two.
    if isLarge { madvise(memory, size, Int32(MADV_HUGEPAGE)) }
    return memory.bindMemory(to: Element.self, capacity: max(count, 1))
  }
}
