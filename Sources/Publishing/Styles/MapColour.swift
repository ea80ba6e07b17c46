import Glibc

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

  /// As in KML, opaque and from blue to red: `ff2b18b2`.
  public var kml: String {
    let digits = String(hexadecimal.dropFirst())
    return "ff" + digits.suffix(2) + digits.dropFirst(2).prefix(2) + digits.prefix(2)
  }

  /// How light it is, 0 to 1: the relative luminance of WCAG 2.1.
  public var luminance: Double {
    0.2126 * linear(value >> 16) + 0.7152 * linear(value >> 8 & 255) + 0.0722 * linear(value & 255)
  }

  /// Black or white, whichever reads better on it: by 4.5 to 1 and more.
  public var ink: MapColour {
    // On a luminance of 0.179, both stand out alike.
    luminance > 0.179 ? MapColour(0x000000) : MapColour(0xFFFFFF)
  }

  /// How far two colours stand out from each other, 1 to 21: WCAG 2.1's contrast ratio.
  public func contrast(to other: MapColour) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }

  private func linear(_ part: UInt32) -> Double {
    let part = Double(part) / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  /// As in QGIS: `178,24,43,255`.
  var components: String { "\(value >> 16),\(value >> 8 & 255),\(value & 255),255" }

  /// Grey, for what is neither.
  static let neutral = MapColour(0xE3E3E3)
}
