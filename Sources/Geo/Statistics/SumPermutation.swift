/// Conditional permutation of sums over neighbours that weigh the same.
///
/// The value of a location stays; its c neighbours are drawn from all others (Anselin 1995). Sums
/// are of whole numbers, so the ranking below and the plain gather give the same counts.
struct SumPermutation: Sendable {
  let table: PermutationTable
  let values: [Int64]

  /// Ranks the observed sums of locations, ascending, among those of all permutations, by the rank
  /// algorithm; O(P c + n).
  func ranks(
    cardinality: Int, locations: [Int32], observed: [Int64]
  ) -> [(below: Int32, equal: Int32)] {
    var state = RankedSums(observed: observed)
    var sums = firstSums(cardinality)
    var places = sums.map { state.place(of: $0) }
    for place in places { state.add(1, at: place) }
    let (starts, holders) = table.holders(cardinality)
    var result: [(below: Int32, equal: Int32)] = []
    result.reserveCapacity(locations.count)
    var reached = 0
    for (number, location) in locations.enumerated() {
      while reached < location {
        let change = values[reached] - values[reached + 1]
        if change != 0 {
          for holder in starts[reached]..<starts[reached + 1] {
            let row = Int(holders[Int(holder)])
            sums[row] &+= change
            let place = state.place(of: sums[row])
            if place != places[row] {
              state.add(-1, at: places[row])
              state.add(1, at: place)
              places[row] = place
            }
          }
        }
        reached += 1
      }
      result.append(state.rank(of: state.place(of: observed[number])))
    }
    return result
  }

  /// The same by adding up every permutation anew; O(P c) a location.
  func gathered(
    cardinality: Int, location: Int, observed: Int64
  ) -> (below: Int32, equal: Int32) {
    var below: Int32 = 0
    var equal: Int32 = 0
    for row in 0..<table.rows {
      var sum: Int64 = 0
      for entry in row * table.width..<row * table.width + cardinality {
        let other = Int(table.entries[entry])
        sum &+= values[other < location ? other : other + 1]
      }
      below &+= sum < observed ? 1 : 0
      equal &+= sum == observed ? 1 : 0
    }
    return (below, equal)
  }

  /// The sums for location 0, which every entry steps over.
  private func firstSums(_ cardinality: Int) -> [Int64] {
    (0..<table.rows).map { row in
      var sum: Int64 = 0
      for entry in row * table.width..<row * table.width + cardinality {
        sum &+= values[Int(table.entries[entry]) + 1]
      }
      return sum
    }
  }
}
