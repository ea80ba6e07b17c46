import Geo
import Glibc

/// Positions in two columns; on disk two files of little-endian 64-bit numbers.
package struct Points {
  package private(set) var xs: [Double] = []
  package private(set) var ys: [Double] = []
  package var count: Int { xs.count }

  package init(xs: [Double], ys: [Double]) {
    self.xs = xs
    self.ys = ys
  }

  /// Positions uniform within areas, from a seed.
  package init(count: Int, in index: PolygonIndex, of areas: [MultiPolygon]) {
    var box = Envelope.empty
    for area in areas { box.include(area.envelope) }
    guard !box.isEmpty else { return }
    var numbers = SplitMix(seed: 42)
    xs.reserveCapacity(count)
    ys.reserveCapacity(count)
    while xs.count < count {
      let x = numbers.uniform(box.minX, box.width)
      let y = numbers.uniform(box.minY, box.height)
      guard index.locate(Coordinate(x, y)) != nil else { continue }
      xs.append(x)
      ys.append(y)
    }
  }

  package init(reading prefix: String) throws(FileError) {
    xs = try Self.column(prefix + ".x")
    ys = try Self.column(prefix + ".y")
  }

  package func write(to prefix: String) throws(FileError) {
    try writeNumbers(xs, to: prefix + ".x")
    try writeNumbers(ys, to: prefix + ".y")
  }

  /// Puts them along a Hilbert curve.
  package mutating func sort() {
    let order = HilbertOrder.order(xs: xs, ys: ys)
    xs = order.map { [xs] in xs[Int($0)] }
    ys = order.map { [ys] in ys[Int($0)] }
  }

  private static func column(_ path: String) throws(FileError) -> [Double] {
    guard let file = fopen(path, "r") else { throw FileError(path: path) }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file) / MemoryLayout<Double>.size
    rewind(file)
    return [Double](unsafeUninitializedCapacity: count) { values, initialised in
      initialised = fread(values.baseAddress, MemoryLayout<Double>.size, count, file)
    }
  }
}

/// Writes a file of 64-bit numbers.
package func writeNumbers(_ numbers: [Double], to path: String) throws(FileError) {
  guard let file = fopen(path, "w") else { throw FileError(path: path) }
  let written = fwrite(numbers, MemoryLayout<Double>.size, numbers.count, file)
  guard fclose(file) == 0, written == numbers.count else { throw FileError(path: path) }
}

/// A file that could not be read or written.
package struct FileError: Error, CustomStringConvertible {
  private let path: String
  private let reason: String

  package init(path: String) {
    self.path = path
    reason = String(cString: strerror(errno))
  }

  package var description: String { "\(path): \(reason)" }
}
