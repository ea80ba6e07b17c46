import Geo
import Inspection

/// Names a layer's content.
enum LayerDigest {
  /// The first 16 hexadecimal digits of the SHA-256 of names, values and positions.
  static func version(
    of fields: [LayerField], _ columns: [LayerColumn], _ geometries: [Geometry?]
  ) -> String {
    var stream = SHA256Stream()
    for field in fields { stream.add(Array("\(field.key)\u{0}\(field.type.rawValue)\u{0}".utf8)) }
    for column in columns { add(column, to: &stream) }
    var buffer: [UInt8] = []
    for geometry in geometries {
      add(geometry, to: &buffer)
      if buffer.count > 1 << 16 {
        stream.add(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    stream.add(buffer)
    return String(stream.hexadecimal().prefix(16))
  }

  private static func add(_ column: LayerColumn, to stream: inout SHA256Stream) {
    var bytes: [UInt8] = []
    switch column {
    case .text(let values):
      for value in values {
        bytes.append(contentsOf: (value ?? "\u{1}").utf8)
        bytes.append(0)
      }
    case .integer(let values):
      for value in values { add(UInt64(bitPattern: value ?? .min), to: &bytes) }
    case .real(let values):
      for value in values { add((value ?? .nan).bitPattern, to: &bytes) }
    }
    stream.add(bytes)
  }

  private static func add(_ geometry: Geometry?, to bytes: inout [UInt8]) {
    switch geometry {
    case nil: bytes.append(0)
    case .point(let point):
      bytes.append(1)
      add(CollectionOfOne(point), to: &bytes)
    case .multiPoint(let points):
      bytes.append(2)
      add(points, to: &bytes)
    case .lines(let lines):
      bytes.append(3)
      for line in lines { add(line, to: &bytes) }
    case .area(let area):
      bytes.append(4)
      for polygon in area.polygons {
        bytes.append(5)
        for ring in polygon.rings { add(ring, to: &bytes) }
      }
    }
  }

  private static func add(_ coordinates: some Collection<Coordinate>, to bytes: inout [UInt8]) {
    add(UInt64(coordinates.count), to: &bytes)
    for coordinate in coordinates {
      add(coordinate.x.bitPattern, to: &bytes)
      add(coordinate.y.bitPattern, to: &bytes)
    }
  }

  private static func add(_ bits: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }
}
