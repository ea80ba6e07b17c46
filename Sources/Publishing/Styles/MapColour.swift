/// A colour on a map, by its parts of red, green and blue.
public struct MapColour: Sendable, Hashable {
  private let value: UInt32

  /// Makes a colour from six digits, as in `0xB2182B`.
  public init(_ value: UInt32) {
    self.value = value & 0xFF_FFFF
  }

  /// As in HTML, SVG and SLD: `#b2182b`.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// As in QGIS: `178,24,43,255`.
  var components: String { "\(value >> 16),\(value >> 8 & 255),\(value & 255),255" }

  /// Grey, for what is neither.
  static let neutral = MapColour(0xE3E3E3)
}
