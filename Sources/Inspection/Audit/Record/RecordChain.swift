/// The lines of a record and what is wrong with their chain.
///
/// A line that was changed, dropped, inserted or moved is found here; lines cut off at the end only
/// by the hash of a later line that somebody has kept or published.
public struct RecordChain: Sendable {
  /// The lines that can be read, in order.
  public private(set) var lines: [RecordLine] = []
  /// What is wrong, by line.
  public private(set) var faults: [ChainFault] = []

  /// Reads a record; linear in its length.
  public init(_ bytes: [UInt8]) {
    var previous = RecordLine.start
    var rest = bytes[...]
    var number = 0
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
        faults.append(.torn)
        return
      }
      number += 1
      if let line = RecordLine(rest[..<end]) {
        if line.number != lines.count + 1 || line.previous != previous {
          faults.append(.broken(line: number))
        }
        lines.append(line)
        previous = line.hash
      } else {
        faults.append(.changed(line: number))
      }
      rest = rest[(end + 1)...]
    }
  }

  /// The hash of the last line; `RecordLine.start` without one.
  public var head: String { lines.last?.hash ?? RecordLine.start }

  /// The lines that entries make behind these.
  public func following(_ entries: [String]) -> [RecordLine] {
    var last = (number: lines.count, hash: head)
    return entries.map { entry in
      let line = RecordLine(number: last.number + 1, previous: last.hash, entry: entry)
      last = (line.number, line.hash)
      return line
    }
  }

  /// The line that a hash names, spaced and hyphenated as people write it, in full or from its 32nd
  /// digit on left out; nil if there is none.
  public func line(named text: String) -> RecordLine? {
    let plain = text.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    guard plain.count >= 32 else { return nil }
    return lines.first { $0.hash.hasPrefix(plain) }
  }
}
