import Publishing

/// Sizes of a sheet, in points.
struct SheetFormat: Sendable {
  /// A4 with letters of 7 to 10 points, codes 22 mm wide.
  static let normal = SheetFormat(letters: 1, code: 22)
  /// The same with letters a quarter larger, codes 26 mm wide.
  static let large = SheetFormat(letters: 1.25, code: 26)

  /// How much larger letters are than usual.
  let letters: Double
  /// The side of a QR code, its quiet zone not counted; no code may be smaller than 18 mm.
  let codeSide: Double

  private init(letters: Double, code millimetres: Double) {
    self.letters = letters
    codeSide = max(millimetres, 18).millimetres
  }

  let paper = PaperSize.a4
  let margin = 11.0.millimetres
  let footHeight = 16.0
  let mapHeight = 252.0
  /// Room within a cell of the table.
  let padding = 4.0

  /// What is drawn on.
  var content: PageBox { paper.box.inset(x: margin, y: 9.0.millimetres) }

  /// The widths of the table's columns: number, site, reasons, result, code.
  var columns: [Double] {
    let code = codeSide + 2 * 7
    let number = 40 * letters
    let result = 104 * letters
    let rest = content.width - code - number - result
    return [number, rest * 0.46, rest * 0.54, result, code]
  }

  private func style(_ size: Double) -> TextStyle { TextStyle(size: size * letters) }

  var title: TextStyle { style(8.5).coloured(Self.grey) }
  var team: TextStyle { TextStyle(size: 21).bold }
  var date: TextStyle { style(10.5).bold.aligned(.right) }
  var name: TextStyle { style(9.5).bold }
  var plain: TextStyle { style(8) }
  var small: TextStyle { style(7) }
  var faint: TextStyle { style(6.5).coloured(Self.grey) }
  var head: TextStyle { style(7.5).bold }
  var foot: TextStyle { TextStyle(size: 6.8).coloured(Self.grey) }

  static let grey = MapColour(0x555555)
  static let line = MapColour(0x9A9A9A)
  static let warning = MapColour(0xA61B1B)
  static let rule = Stroke(line, width: 0.5)
}
