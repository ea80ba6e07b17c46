extension CrewArrangement {
  /// Exchanges the people of pairs of filled seats if all fit and the cost is then below a limit;
  /// else all stays as it was.
  @discardableResult
  mutating func exchange(_ pairs: [(Int, Int)], below limit: Int) -> Bool {
    for (first, second) in pairs {
      let (a, b) = (personOfSeat[first], personOfSeat[second])
      guard a >= 0, b >= 0, problem.fits(a, problem.seats[second], strict: false),
        problem.fits(b, problem.seats[first], strict: false)
      else { return false }
    }
    for pair in pairs { swap(pair) }
    guard cost >= limit else { return true }
    for pair in pairs { swap(pair) }
    return false
  }

  /// Gives a filled seat to somebody who is free if they fit and the cost is then below a limit;
  /// gives back who left, nil where all stays as it was.
  mutating func replace(_ seat: Int, by person: Int, below limit: Int) -> Int? {
    guard problem.fits(person, problem.seats[seat], strict: false) else { return nil }
    let old = empty(seat)
    put(person, into: seat)
    guard cost >= limit else { return old }
    empty(seat)
    put(old, into: seat)
    return nil
  }

  private mutating func swap(_ pair: (Int, Int)) {
    let a = empty(pair.0)
    let b = empty(pair.1)
    put(b, into: pair.0)
    put(a, into: pair.1)
  }
}
