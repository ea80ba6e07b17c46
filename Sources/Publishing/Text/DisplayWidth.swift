extension String {
  /// Columns that the text takes up in a terminal: East Asian wide and full-width characters take
  /// two, combining marks none (after Unicode Standard Annex 11).
  package var displayWidth: Int {
    var width = 0
    for scalar in unicodeScalars { width += Self.displayWidth(of: scalar) }
    return width
  }

  /// The text with blanks added up to a width; never shortened.
  func padded(to width: Int, leading: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, width - displayWidth))
    return leading ? blanks + self : self + blanks
  }

  private static func displayWidth(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
