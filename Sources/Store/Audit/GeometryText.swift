internal import Geo
internal import Inspection

/// Geometries as well-known binary (OGC 06-103r4) in hexadecimal, little-endian; areas and lines
/// always as those of several parts, so that the same geometry is the same text.
enum GeometryText {
  /// Adds a geometry to a line.
  static func append(_ geometry: Geometry, to bytes: inout [UInt8]) {
    switch geometry {
    case .point(let position):
      start(1, &bytes)
      put(position, &bytes)
    case .multiPoint(let positions):
      start(4, &bytes)
      put(UInt32(positions.count), &bytes)
      for position in positions {
        start(1, &bytes)
        put(position, &bytes)
      }
    case .lines(let lines):
      start(5, &bytes)
      put(UInt32(lines.count), &bytes)
      for line in lines {
        start(2, &bytes)
        put(line, &bytes)
      }
    case .area(let area):
      start(6, &bytes)
      put(UInt32(area.polygons.count), &bytes)
      for polygon in area.polygons {
        start(3, &bytes)
        put(UInt32(polygon.rings.count), &bytes)
        for ring in polygon.rings { put(ring, &bytes) }
      }
    }
  }

  private static let digits: [UInt8] = Array("0123456789abcdef".utf8)

  private static func start(_ kind: UInt32, _ bytes: inout [UInt8]) {
    bytes.append(contentsOf: "01".utf8)
    put(kind, &bytes)
  }

  private static func put(_ line: [Coordinate], _ bytes: inout [UInt8]) {
    put(UInt32(line.count), &bytes)
    for position in line { put(position, &bytes) }
  }

  private static func put(_ position: Coordinate, _ bytes: inout [UInt8]) {
    put(position.x.bitPattern, &bytes)
    put(position.y.bitPattern, &bytes)
  }

  private static func put<Word: FixedWidthInteger>(_ word: Word, _ bytes: inout [UInt8]) {
    var rest = word
    let digits = digits
    for _ in 0..<MemoryLayout<Word>.size {
      let byte = Int(truncatingIfNeeded: rest & 0xff)
      bytes.append(digits[byte >> 4])
      bytes.append(digits[byte & 15])
      rest >>= 8
    }
  }

  /// Reads a geometry; nil for another text.
  static func geometry(_ text: ArraySlice<UInt8>) -> Geometry? {
    guard let bytes = Hexadecimal.bytes(String(decoding: text, as: UTF8.self)) else { return nil }
    var input = Input(bytes: bytes)
    guard let geometry = input.geometry(), input.isAtEnd else { return nil }
    return geometry
  }

  private struct Input {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func geometry() -> Geometry? {
      switch kind() {
      case 1: return position().map { .point($0) }
      case 4: return parts { $0.kind() == 1 ? $0.position() : nil }.map { .multiPoint($0) }
      case 5: return parts { $0.kind() == 2 ? $0.line() : nil }.map { .lines($0) }
      case 6:
        return parts { input -> Polygon? in
          guard input.kind() == 3, let rings = input.parts({ $0.line() }), let first = rings.first
          else { return nil }
          return Polygon(exterior: first, holes: Array(rings.dropFirst()))
        }.map { .area(MultiPolygon($0)) }
      default: return nil
      }
    }

    mutating func kind() -> UInt32? {
      guard place < bytes.count, bytes[place] == 1 else { return nil }
      place += 1
      return word(UInt32.self)
    }

    mutating func parts<Part>(_ part: (inout Input) -> Part?) -> [Part]? {
      guard let count = word(UInt32.self) else { return nil }
      var parts: [Part] = []
      for _ in 0..<count {
        guard let next = part(&self) else { return nil }
        parts.append(next)
      }
      return parts
    }

    mutating func line() -> [Coordinate]? { parts { $0.position() } }

    mutating func position() -> Coordinate? {
      guard let x = word(UInt64.self), let y = word(UInt64.self) else { return nil }
      return Coordinate(Double(bitPattern: x), Double(bitPattern: y))
    }

    mutating func word<Word: FixedWidthInteger>(_ type: Word.Type) -> Word? {
      let size = MemoryLayout<Word>.size
      guard bytes.count - place >= size else { return nil }
      var word: Word = 0
      for offset in 0..<size {
        word |= Word(truncatingIfNeeded: bytes[place + offset]) << (8 * Word(offset))
      }
      place += size
      return word
    }
  }
}
