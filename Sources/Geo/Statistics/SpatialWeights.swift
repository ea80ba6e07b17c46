/// Which features count as neighbours of which, and how much: the matrix W of spatial statistics.
///
/// Rows in compressed form, neighbours ascending by number; 12 bytes a pair. A row may hold the
/// feature itself, as Gi* wants. Distances that weights were made from are in metres, or in whatever
/// unit the caller's columns have.
public struct SpatialWeights: Sendable, Hashable {
  /// Where the row of each feature begins in `neighbours` and `values`; one more than features.
  public let starts: [Int]
  /// The neighbours of all features, row after row.
  public let neighbours: [Int32]
  /// The weight of each pair.
  public let values: [Double]

  /// How weights are scaled.
  public enum Standardisation: String, Sendable, CaseIterable {
    /// Every pair counts 1.
    case binary
    /// The weights of each feature add up to 1.
    case row
  }

  /// Takes rows that are complete: `starts` ascending from 0 to the number of pairs.
  init(starts: [Int], neighbours: [Int32], values: [Double]) {
    self.starts = starts
    self.neighbours = neighbours
    self.values = values
  }

  /// Makes weights from rows of neighbours; a neighbour named twice in a row counts once, with the
  /// last weight, and one that is no feature not at all.
  ///
  /// - Parameters:
  ///   - rows: The neighbours of each feature.
  ///   - weights: Their weights in the same shape; nil for 1 each.
  public init(rows: [[Int]], weights: [[Double]]? = nil) {
    var starts = [0]
    var neighbours: [Int32] = []
    var values: [Double] = []
    for (place, row) in rows.enumerated() {
      var pairs: [(id: Int, order: Int)] = []
      for (order, id) in row.enumerated() where rows.indices.contains(id) {
        pairs.append((id, order))
      }
      pairs.sort { $0 < $1 }
      for (pair, next) in zip(pairs, pairs.dropFirst().map(\.id) + [-1]) where pair.id != next {
        neighbours.append(Int32(truncatingIfNeeded: pair.id))
        values.append(weights?[place][pair.order] ?? 1)
      }
      starts.append(neighbours.count)
    }
    self.init(starts: starts, neighbours: neighbours, values: values)
  }

  /// How many features there are.
  public var count: Int { starts.count - 1 }

  /// The places of a feature's pairs in `neighbours` and `values`.
  public func row(_ feature: Int) -> Range<Int> { starts[feature]..<starts[feature + 1] }

  /// The neighbours of a feature without itself, ascending.
  public func others(of feature: Int) -> [Int] {
    row(feature).compactMap { Int(neighbours[$0]) == feature ? nil : Int(neighbours[$0]) }
  }

  /// Features that have no neighbour but themselves.
  public var islands: [Int] {
    (0..<count).filter { feature in
      row(feature).allSatisfy { neighbours[$0] == feature || values[$0] == 0 }
    }
  }

  /// True if whenever a feature has a neighbour, the neighbour has it, with the same weight; O(pairs
  /// log neighbours).
  public var isSymmetric: Bool {
    for feature in 0..<count {
      for place in row(feature)
      where weight(Int(neighbours[place]), feature) != values[place] { return false }
    }
    return true
  }

  /// The weight of a pair; 0 if the second is no neighbour of the first.
  public func weight(_ feature: Int, _ other: Int) -> Double {
    var (low, high) = (starts[feature], starts[feature + 1])
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle] < other { low = middle + 1 } else { high = middle }
    }
    return low < starts[feature + 1] && neighbours[low] == other ? values[low] : 0
  }

  /// The same neighbours with weights scaled; O(pairs).
  public func standardised(_ way: Standardisation) -> SpatialWeights {
    var scaled = values
    for feature in 0..<count {
      let row = row(feature)
      let sum = way == .row ? row.reduce(0.0) { $0 + values[$1] } : 0
      for place in row {
        if way == .binary { scaled[place] = 1 } else if sum != 0 { scaled[place] /= sum }
      }
    }
    return SpatialWeights(starts: starts, neighbours: neighbours, values: scaled)
  }

  /// The same weights with each feature its own neighbour, or with none its own; O(pairs).
  ///
  /// - Parameter weight: What a feature that is not its own neighbour yet counts; nil takes
  ///   features out of their own rows.
  public func withSelf(_ weight: Double?) -> SpatialWeights {
    var starts = [0]
    var neighbours: [Int32] = []
    var values: [Double] = []
    neighbours.reserveCapacity(self.neighbours.count + count)
    values.reserveCapacity(self.neighbours.count + count)
    for feature in 0..<count {
      var isMissing = weight != nil
      for place in row(feature) {
        let other = self.neighbours[place]
        if other == feature, weight == nil { continue }
        if other >= feature, let weight, isMissing {
          isMissing = false
          if other > feature {
            neighbours.append(Int32(truncatingIfNeeded: feature))
            values.append(weight)
          }
        }
        neighbours.append(other)
        values.append(self.values[place])
      }
      if isMissing, let weight {
        neighbours.append(Int32(truncatingIfNeeded: feature))
        values.append(weight)
      }
      starts.append(neighbours.count)
    }
    return SpatialWeights(starts: starts, neighbours: neighbours, values: values)
  }

  /// The weights among some features alone, ascending, numbered anew from 0; O(pairs).
  public func among(_ kept: [Int]) -> SpatialWeights {
    var number = [Int32](repeating: -1, count: count)
    for (new, old) in kept.enumerated() { number[old] = Int32(truncatingIfNeeded: new) }
    var starts = [0]
    var neighbours: [Int32] = []
    var values: [Double] = []
    for old in kept {
      for place in row(old) where number[Int(self.neighbours[place])] >= 0 {
        neighbours.append(number[Int(self.neighbours[place])])
        values.append(self.values[place])
      }
      starts.append(neighbours.count)
    }
    return SpatialWeights(starts: starts, neighbours: neighbours, values: values)
  }
}
