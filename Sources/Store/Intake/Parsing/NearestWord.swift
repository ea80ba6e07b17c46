internal import CampaignData

/// Finds what somebody may have meant: the word that is fewest edits away.
enum NearestWord {
  /// The nearest of some words, the first among equals; nil if none is near enough to be a typing
  /// error (a third of the letters).
  static func to(_ word: String, among words: [String]) -> String? {
    let key = Array(FoldedText(word).text)
    var best: (word: String, distance: Int)?
    for candidate in words {
      let other = Array(FoldedText(candidate).text)
      let distance = editDistance(key, other)
      guard distance <= max(1, max(key.count, other.count) / 3), distance < max(key.count, 1)
      else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// How many letters must be changed, put in, left out or swapped with their neighbour (optimal
  /// string alignment).
  ///
  /// - Complexity: O(n m).
  static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let change = last[column] + (first[row] == second[column] ? 0 : 1)
        var cost = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1],
          first[row - 1] == second[column]
        {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
