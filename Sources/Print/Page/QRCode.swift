import CQRencode
import Publishing
import Terminal

/// A text as a QR code (ISO/IEC 18004) with error correction M, which mends about 15 % of damage.
struct QRCode: Sendable, Hashable {
  /// Modules on each side, 21 to 177.
  let size: Int
  /// The dark modules, row by row.
  private let isDark: [Bool]

  /// White modules that readers want around it.
  static let quietModules = 4

  /// Throws `software` for a text that no code can hold, of more than 2331 bytes.
  init(_ text: String) throws(CommandFailure) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
      throw CommandFailure(
        status: .software, message: "no QR code holds the \(text.utf8.count) bytes of \(text)",
        hint: "Please report it with the name of the stop.")
    }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    self.size = size
    let modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size)
    isDark = modules.map { $0 & 1 == 1 }
  }

  /// The dark modules in a box, rows joined where they touch; the quiet zone is not part of it.
  func boxes(in box: PageBox) -> [PageBox] {
    let module = box.width / Double(size)
    var boxes: [PageBox] = []
    for row in 0..<size {
      var column = 0
      while column < size {
        guard isDark[row * size + column] else {
          column += 1
          continue
        }
        let start = column
        while column < size, isDark[row * size + column] { column += 1 }
        boxes.append(
          PageBox(
            x: box.x + Double(start) * module, y: box.y + Double(row) * module,
            width: Double(column - start) * module, height: module))
      }
    }
    return boxes
  }

  /// Draws it in a square box on a white page.
  func draw(on page: borrowing Page, in box: PageBox) {
    page.rectangles(boxes(in: box), fill: Fill(MapColour(0x000000)))
  }
}
