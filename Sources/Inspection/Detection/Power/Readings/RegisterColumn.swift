/// What a counting register showed, interval by interval.
struct RegisterColumn {
  /// What became of a reading.
  enum Verdict { case new, same, contradiction }

  private var counter: [Double]

  init(count: Int) { counter = [Double](repeating: .nan, count: count) }

  /// Keeps what the register showed at the begin of an interval.
  mutating func keep(_ value: Double, at index: Int) -> Verdict {
    let known = counter[index]
    guard known == known else {
      counter[index] = value
      return .new
    }
    return known == value ? .same : .contradiction
  }

  /// Turns the counter into mean loads; returns how often the register began anew.
  ///
  /// An interval's energy is what the counter gained until the next one. Across a gap only the sum is
  /// known, so the intervals in it are not measured; nor is the one in which the register fell back,
  /// since what it had shown last is unknown.
  func differ(into loads: inout [Float], perHour: Float) -> Int {
    var resets = 0
    for index in 0..<max(0, counter.count - 1) {
      let gain = counter[index + 1] - counter[index]
      guard gain == gain else { continue }
      if gain < 0 {
        resets += 1
      } else if loads[index] != loads[index] {
        loads[index] = Float(gain) * perHour
      }
    }
    return resets
  }
}
