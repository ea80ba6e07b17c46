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

  /// The dark modules of a box as level lines, one module thick and as long as modules touch.
  ///
  /// Lines take fewer bytes in a file than squares. The quiet zone is not part of it.
  func lines(in box: PageBox) -> [(from: PagePoint, to: PagePoint)] {
    let module = box.width / Double(size)
    var lines: [(from: PagePoint, to: PagePoint)] = []
    for row in 0..<size {
      let y = box.y + (Double(row) + 0.5) * module
      var column = 0
      while column < size {
        guard isDark[row * size + column] else {
          column += 1
          continue
        }
        let start = column
        while column < size, isDark[row * size + column] { column += 1 }
        lines.append(
          (
            PagePoint(box.x + Double(start) * module, y),
            PagePoint(box.x + Double(column) * module, y)
          ))
      }
    }
    return lines
  }

  /// Draws it in a square box on a white page.
  func draw(on page: borrowing Page, in box: PageBox) {
    page.bars(
      lines(in: box), Stroke(MapColour(0x000000), width: box.width / Double(size)))
  }
}
