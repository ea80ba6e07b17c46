internal import Geo

/// Sees that a framed stream came whole: its last line is `end`, a tab, and how many lines came before
/// it, headings not counted.
///
/// A pipe whose sender died ends like one whose sender was done; without the last line, or with
/// another number, readings are missing and nothing may be said of them.
struct StreamFrame {
  private static let word = Array("end\t".utf8)

  private let path: String
  /// Lines so far.
  private var lines = 0
  /// How many there are, as the last line says.
  private var stated: Int?

  init(path: String) { self.path = path }

  /// Counts the lines of the next block, and takes the last line of the stream out of it.
  mutating func take(_ block: LineBlock) throws(StoreError) {
    guard stated == nil else { throw notWhole("lines behind the last one") }
    let text = UnsafeBufferPointer(start: block.bytes, count: block.count)
    lines += text.reduce(into: 0) { $0 += $1 == 10 ? 1 : 0 }
    let last = (text.dropLast().lastIndex(of: 10) ?? -1) + 1
    let line = UnsafeBufferPointer(rebasing: text[last...].dropLast())
    guard line.starts(with: Self.word) else { return }
    stated = Int(String(decoding: line.dropFirst(Self.word.count), as: UTF8.self))
    guard stated != nil else { return }
    lines -= 1
    block.dropLines(from: last)
  }

  /// Throws `badData` unless the stream came whole.
  func check() throws(StoreError) {
    guard let stated else { throw notWhole("\(lines) lines and no end") }
    guard stated == lines else { throw notWhole("\(lines) lines") }
  }

  private func notWhole(_ found: String) -> StoreError {
    StoreError(
      .badData, "the stream is not whole", file: path, found: found,
      expected: stated.map { "\($0) lines" } ?? "a last line of end, a tab and the number of lines",
      nextStep: "See what became of its sender; nothing was judged.")
  }
}
