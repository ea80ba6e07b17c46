@testable import Publishing

/// A vector tile read back by the specification alone, for tests.
struct DecodedTile {
  struct Feature {
    var id: UInt64 = 0
    var kind: UInt64 = 0
    var tags: [String: String] = [:]
    /// Parts: points, lines or rings without the repeated position.
    var parts: [[TilePosition]] = []
  }

  struct Layer {
    var name = ""
    var extent = 4096
    var features: [Feature] = []
  }

  var layers: [Layer] = []

  init(_ bytes: [UInt8]) {
    var reader = Reader(bytes[...])
    while let (field, content) = reader.next() {
      if field == 3, case .bytes(let layer) = content { layers.append(Self.layer(layer)) }
    }
  }

  private static func layer(_ bytes: ArraySlice<UInt8>) -> Layer {
    var layer = Layer()
    var keys: [String] = []
    var values: [String] = []
    var raw: [ArraySlice<UInt8>] = []
    var reader = Reader(bytes)
    while let (field, content) = reader.next() {
      switch (field, content) {
      case (1, .bytes(let text)): layer.name = String(decoding: text, as: UTF8.self)
      case (2, .bytes(let feature)): raw.append(feature)
      case (3, .bytes(let text)): keys.append(String(decoding: text, as: UTF8.self))
      case (4, .bytes(let value)): values.append(Self.value(value))
      case (5, .number(let extent)): layer.extent = Int(extent)
      default: break
      }
    }
    layer.features = raw.map { feature($0, keys, values) }
    return layer
  }

  private static func feature(
    _ bytes: ArraySlice<UInt8>, _ keys: [String], _ values: [String]
  ) -> Feature {
    var feature = Feature()
    var reader = Reader(bytes)
    while let (field, content) = reader.next() {
      switch (field, content) {
      case (1, .number(let id)): feature.id = id
      case (2, .bytes(let packed)):
        let tags = Reader.numbers(packed)
        for pair in stride(from: 0, to: tags.count, by: 2) {
          feature.tags[keys[Int(tags[pair])]] = values[Int(tags[pair + 1])]
        }
      case (3, .number(let kind)): feature.kind = kind
      case (4, .bytes(let packed)): feature.parts = parts(Reader.numbers(packed))
      default: break
      }
    }
    return feature
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    var reader = Reader(bytes)
    guard let (field, content) = reader.next() else { return "" }
    switch content {
    case .bytes(let text): return String(decoding: text, as: UTF8.self)
    case .number(let number) where field == 3: return "\(Double(bitPattern: number))"
    case .number(let number) where field == 6:
      return "\(Int64(bitPattern: (number >> 1) ^ (0 &- (number & 1))))"
    case .number(let number): return "\(number)"
    }
  }

  private static func parts(_ commands: [UInt64]) -> [[TilePosition]] {
    var parts: [[TilePosition]] = []
    var (x, y, place) = (Int32(0), Int32(0), 0)
    func step(_ value: UInt64) -> Int32 {
      Int32(truncatingIfNeeded: Int64(value >> 1) ^ -Int64(value & 1))
    }
    while place < commands.count {
      let (command, times) = (commands[place] & 7, Int(commands[place] >> 3))
      place += 1
      guard command != 7 else { continue }
      for _ in 0..<times {
        x += step(commands[place])
        y += step(commands[place + 1])
        place += 2
        if command == 1 { parts.append([]) }
        parts[parts.count - 1].append(TilePosition(x: x, y: y))
      }
    }
    return parts
  }

  private enum Content {
    case number(UInt64)
    case bytes(ArraySlice<UInt8>)
  }

  private struct Reader {
    private var rest: ArraySlice<UInt8>
    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func next() -> (field: Int, content: Content)? {
      guard !rest.isEmpty else { return nil }
      let tag = varint()
      switch tag & 7 {
      case 0: return (Int(tag >> 3), .number(varint()))
      case 1:
        let bytes = rest.prefix(8)
        rest = rest.dropFirst(8)
        let number = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return (Int(tag >> 3), .number(number))
      default:
        let length = Int(varint())
        defer { rest = rest.dropFirst(length) }
        return (Int(tag >> 3), .bytes(rest.prefix(length)))
      }
    }

    private mutating func varint() -> UInt64 {
      var (value, shift) = (UInt64(0), UInt64(0))
      while let byte = rest.popFirst() {
        value |= UInt64(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      return value
    }

    static func numbers(_ bytes: ArraySlice<UInt8>) -> [UInt64] {
      var reader = Reader(bytes)
      var numbers: [UInt64] = []
      while !reader.rest.isEmpty { numbers.append(reader.varint()) }
      return numbers
    }
  }
}
