import Geo
import Publishing

/// Names and codes of a layer in one run of bytes, searched from end to end.
struct NameIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where each row's text begins.
  private var starts: [Int32] = []
  private var rows: [Int32] = []

  /// Takes the text of some fields of each row, small letters, telephone numbers masked.
  init(_ layer: ServedLayer, fields: [String]) {
    let places = fields.compactMap { layer.field($0) }
    for row in 0..<layer.count {
      for place in places {
        guard let text = layer.text(row, place) else { continue }
        let isOpen = layer.fields[place].privacy == .open
        starts.append(Int32(bytes.count))
        rows.append(Int32(row))
        bytes.append(contentsOf: (isOpen ? text : TelephoneMask.masked(text)).lowercased().utf8)
        bytes.append(0)
      }
    }
  }

  /// Rows with a text that holds some words, those whose text begins with them first, then by row.
  /// - Parameter limit: how many are given at most.
  func rows(holding words: String, limit: Int, where isShown: (Int) -> Bool) -> [Int] {
    let wanted = Array(words.lowercased().utf8)
    guard !wanted.isEmpty, !wanted.contains(0) else { return [] }
    var first: [Int] = []
    var others: [Int] = []
    var seen: Set<Int> = []
    var start = 0
    let skips = Self.skips(of: wanted)
    while first.count < limit, let place = Self.next(wanted, skips, in: bytes, from: start) {
      let text = Self.last(notAfter: place, in: starts)
      let row = Int(rows[text])
      if isShown(row), seen.insert(row).inserted {
        if Int(starts[text]) == place {
          first.append(row)
        } else if others.count < limit {
          others.append(row)
        }
      }
      // On with the next text.
      start = text + 1 < starts.count ? Int(starts[text + 1]) : bytes.count
    }
    return Array((first + others).prefix(limit))
  }

  /// How far to go on when the last byte looked at is this one: Horspool, 1980.
  private static func skips(of wanted: [UInt8]) -> [Int] {
    var skips = [Int](repeating: wanted.count, count: 256)
    for (place, byte) in wanted.dropLast().enumerated() {
      skips[Int(byte)] = wanted.count - 1 - place
    }
    return skips
  }

  private static func next(
    _ wanted: [UInt8], _ skips: [Int], in bytes: [UInt8], from start: Int
  ) -> Int? {
    let last = wanted.count - 1
    var place = start
    while place + last < bytes.count {
      var own = last
      while own >= 0, bytes[place + own] == wanted[own] { own -= 1 }
      if own < 0 { return place }
      place += skips[Int(bytes[place + last])]
    }
    return nil
  }

  private static func last(notAfter place: Int, in starts: [Int32]) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(starts[middle]) <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
