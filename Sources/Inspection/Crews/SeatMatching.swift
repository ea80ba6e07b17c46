/// Fills as many seats as can be filled, the most important kinds first.
///
/// Augmenting paths (Berge, Two theorems in graph theory, 1957): a seat is filled by moving people
/// along an alternating path as long as there is one. Seats filled stay filled, so that taking kinds
/// in their order fills as many of the first kind as can be, of those as many of the first two, and
/// so on: sets of seats that can be filled together are the independent sets of a transversal
/// matroid (Edmonds and Fulkerson 1965), on which the greedy choice is the best. Where no path
/// leads on, the seats reached prove it (Hall 1935). O(people x seats) for each empty seat.
struct SeatMatching {
  private let problem: CrewRoundProblem

  init(_ problem: CrewRoundProblem) { self.problem = problem }

  /// Fills what can be filled; a leader's seat with somebody without experience only where nobody
  /// with experience can be had, or where a seat elsewhere would stay empty for it.
  func fill(_ arrangement: inout CrewArrangement) {
    for kind in CrewSeat.Kind.allCases { fill(kind, &arrangement, strict: true) }
    for kind in CrewSeat.Kind.allCases { fill(kind, &arrangement, strict: false) }
    bringExperience(&arrangement)
  }

  /// Leaders' seats that the last step gave to somebody without experience, where a path leads to
  /// somebody with it and no seat is emptied.
  private func bringExperience(_ arrangement: inout CrewArrangement) {
    for seat in problem.seats.indices where arrangement.isInexperienced(seat) {
      var isDead = [Bool](repeating: false, count: problem.people.count)
      let old = arrangement.empty(seat)
      augment(from: seat, &arrangement, &isDead, strict: true, mayEmpty: false)
      if arrangement.personOfSeat[seat] < 0 { arrangement.put(old, into: seat) }
    }
  }

  /// The seats of the first kinds that cannot be filled, all seats that share the people they need,
  /// and these people; nil where nothing is missing or more could be done.
  func shortage(
    upTo kind: CrewSeat.Kind, strict: Bool, in arrangement: CrewArrangement
  ) -> (missing: Int, seats: [Int], people: [Int])? {
    var isReached = [Bool](repeating: false, count: problem.seats.count)
    var isKnown = [Bool](repeating: false, count: problem.people.count)
    var queue = problem.seats.indices.filter { seat in
      problem.seats[seat].kind.rawValue <= kind.rawValue
        && isMissing(seat, strict: strict, arrangement)
    }
    let missing = queue.count
    guard missing > 0 else { return nil }
    for seat in queue { isReached[seat] = true }
    var next = 0
    while next < queue.count {
      let seat = queue[next]
      next += 1
      for person in problem.usable
      where !isKnown[person] && problem.fits(person, problem.seats[seat], strict: strict) {
        isKnown[person] = true
        let held = arrangement.seatOfPerson[person]
        guard held >= 0, problem.seats[held].kind.rawValue <= kind.rawValue,
          !isMissing(held, strict: strict, arrangement)
        else { return nil }
        if !isReached[held] {
          isReached[held] = true
          queue.append(held)
        }
      }
    }
    return (missing, queue.sorted(), isKnown.indices.filter { isKnown[$0] })
  }

  private func isMissing(_ seat: Int, strict: Bool, _ arrangement: CrewArrangement) -> Bool {
    arrangement.personOfSeat[seat] < 0 || strict && arrangement.isInexperienced(seat)
  }

  private func fill(
    _ kind: CrewSeat.Kind, _ arrangement: inout CrewArrangement, strict: Bool
  ) {
    var isDead = [Bool](repeating: false, count: problem.people.count)
    for seat in problem.seats.indices
    where problem.seats[seat].kind == kind && arrangement.personOfSeat[seat] < 0 {
      augment(from: seat, &arrangement, &isDead, strict: strict)
    }
  }

  /// Fills a seat along a path to somebody free, else to somebody whose seat matters less; people
  /// that a search without success has met are of no use to later ones.
  private func augment(
    from seat: Int, _ arrangement: inout CrewArrangement, _ isDead: inout [Bool], strict: Bool,
    mayEmpty: Bool = true
  ) {
    let kind = problem.seats[seat].kind.rawValue
    var seatBefore: [Int: Int] = [:]
    var queue = [seat]
    var lesser: Int?
    var next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      for person in problem.usable
      where !isDead[person] && seatBefore[person] == nil
        && problem.fits(person, problem.seats[here], strict: strict)
      {
        seatBefore[person] = here
        let held = arrangement.seatOfPerson[person]
        if held < 0 {
          return move(person, seatBefore, to: seat, &arrangement)
        } else if mayEmpty, problem.seats[held].kind.rawValue > kind {
          lesser = lesser ?? person
        } else {
          queue.append(held)
        }
      }
    }
    if let lesser { return move(lesser, seatBefore, to: seat, &arrangement) }
    for person in seatBefore.keys { isDead[person] = true }
  }

  /// Moves everybody along a path by one seat.
  private func move(
    _ person: Int, _ seatBefore: [Int: Int], to seat: Int, _ arrangement: inout CrewArrangement
  ) {
    var moves: [(person: Int, seat: Int)] = []
    var person = person
    while let place = seatBefore[person] {
      moves.append((person, place))
      guard place != seat else { break }
      person = arrangement.personOfSeat[place]
    }
    for move in moves where arrangement.seatOfPerson[move.person] >= 0 {
      arrangement.empty(arrangement.seatOfPerson[move.person])
    }
    for move in moves { arrangement.put(move.person, into: move.seat) }
  }
}
