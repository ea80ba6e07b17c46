/// Searches for the cities of one group's days: a beam of sequences, each with the days that the solver
/// found for it.
///
/// Sequences that are in the same city with the same targets used are one: the better one stays. A city
/// is not tried where its best targets that are left could not bring a sequence into the beam, which
/// changes nothing in what the beam finds. With a beam of one this is the greedy way, city by city.
struct TourSequences {
  /// A sequence of cities as far as it goes.
  struct Sequence {
    var cities: [Int] = []
    var value = 0.0
    var used: Set<Int>
  }

  private struct State: Hashable {
    let city: Int?
    let used: Set<Int>
  }

  /// The best sequence of so many days.
  ///
  /// - Parameter used: targets of other groups.
  static func best(
    days: Int, used: Set<Int>, beam: Int, solver: inout TourDaySolver
  ) throws -> [Int] {
    var sequences = [Sequence(used: used)]
    for _ in 0..<days {
      var next: [Sequence] = []
      for sequence in sequences {
        try extend(sequence, into: &next, beam: beam, solver: &solver)
      }
      sequences = next
    }
    return sequences.first?.cities ?? []
  }

  /// Puts a sequence with each city after it into the beam, those of most promise first.
  private static func extend(
    _ sequence: Sequence, into next: inout [Sequence], beam: Int, solver: inout TourDaySolver
  ) throws {
    let promising = solver.ground.cities.indices.map { city in
      (city: city, most: sequence.value + solver.bound(city, used: sequence.used))
    }.sorted { ($1.most, $0.city) < ($0.most, $1.city) }
    for (city, most) in promising {
      if next.count >= beam, let last = next.last, most <= last.value { break }
      let delay = solver.drive(from: sequence.cities.last, to: city)
      let day = try solver.quick(city, delay: delay, used: sequence.used)
      let longer = Sequence(
        cities: sequence.cities + [city], value: sequence.value + day.value,
        used: sequence.used.union(day.route))
      insert(longer, into: &next, beam: beam)
    }
  }

  private static func insert(_ sequence: Sequence, into beam: inout [Sequence], beam width: Int) {
    func state(_ one: Sequence) -> State { State(city: one.cities.last, used: one.used) }
    let own = state(sequence)
    if let same = beam.firstIndex(where: { state($0) == own }) {
      guard isBefore(sequence, beam[same]) else { return }
      beam.remove(at: same)
    }
    let place = beam.firstIndex { isBefore(sequence, $0) } ?? beam.count
    beam.insert(sequence, at: place)
    if beam.count > width { beam.removeLast() }
  }

  /// The better one; of equal ones the one whose cities come first.
  private static func isBefore(_ one: Sequence, _ other: Sequence) -> Bool {
    one.value != other.value
      ? one.value > other.value : one.cities.lexicographicallyPrecedes(other.cities)
  }
}
