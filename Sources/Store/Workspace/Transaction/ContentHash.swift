internal import Geo

/// A hash of what a fact says, the same before it is stored and after it is read back.
///
/// FNV-1a over a canonical form: an empty text counts as no value, a whole number the same however
/// it was typed, a single polygon the same as an area of one part. Meant to tell a changed record
/// from the same one, not to withstand an adversary. Source: Fowler, Noll and Vo, RFC 9923.
struct ContentHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a value.
  mutating func add(_ value: FieldValue) {
    switch value {
    case .null: add(byte: 0)
    case .text(let text): text.isEmpty ? add(byte: 0) : add(text)
    case .integer(let number): add(Double(number))
    case .real(let number): add(number)
    }
  }

  /// Adds a geometry.
  mutating func add(_ geometry: Geometry?) {
    switch geometry {
    case nil: add(byte: 0)
    case .point(let position): add([position], tag: 2)
    case .multiPoint(let positions): add(positions, tag: 3)
    case .lines(let lines): for line in lines { add(line, tag: 4) }
    case .area(let area):
      for polygon in area.polygons {
        add(byte: 5)
        for ring in polygon.rings { add(ring, tag: 6) }
      }
    }
  }

  private mutating func add(_ text: String) {
    add(byte: 1)
    for byte in text.utf8 { add(byte: byte) }
    add(byte: 0)
  }

  private mutating func add(_ number: Double) {
    add(byte: 7)
    // Adding zero turns -0 into 0.
    add(word: (number + 0).bitPattern)
  }

  private mutating func add(_ positions: [Coordinate], tag: UInt8) {
    add(byte: tag)
    for position in positions {
      add(word: position.x.bitPattern)
      add(word: position.y.bitPattern)
    }
  }

  private mutating func add(word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(byte: UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  private mutating func add(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
