/// Guesses what a misspelt word was meant to be.
enum Spelling {
  /// The candidate with the fewest letters to change, the first among equals; nil if even that has
  /// more than a third of its letters wrong.
  static func nearest(to word: String, in candidates: [String]) -> String? {
    let folded = Array(word.lowercased())
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(folded, Array(candidate))
      guard distance <= max(1, candidate.count / 3) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Letters to insert, drop or change to turn one word into the other (Levenshtein), in time in
  /// proportion to the product of their lengths.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let change = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[second.count]
  }
}
