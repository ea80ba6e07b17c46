/// Shortens the driving of one shift without changing its stops: 2-opt and Or-opt until neither
/// helps, then the optimal order where there are few stops.
struct DayOrder: ~Copyable {
  private struct Move {
    var delta: Int32 = 0
    var first = 0
    var last = 0
    /// The gap that the stops move to, or -1 to stay and turn around.
    var gap = -1
    var turned = false
  }

  private let model: Model
  private let row: UnsafeMutablePointer<Int32>
  private let scratch: UnsafeMutablePointer<Int32>
  /// Driving from the first entry up to each, forwards and backwards.
  private let forward: UnsafeMutablePointer<Int32>
  private let backward: UnsafeMutablePointer<Int32>
  private var optimum: OptimalOrder
  /// The node after each site, and the first of each shift, when it was last improved.
  private let next: UnsafeMutablePointer<Int32>
  /// Whether each leg of the row is new since then, and which are, ascending.
  private let isNew: UnsafeMutablePointer<Bool>
  private let newLegs: UnsafeMutablePointer<Int32>
  private var newCount = 0

  init(_ model: Model) {
    self.model = model
    row = .allocate(capacity: model.stride)
    scratch = .allocate(capacity: model.stride)
    forward = .allocate(capacity: model.stride)
    backward = .allocate(capacity: model.stride)
    optimum = OptimalOrder()
    next = .allocate(capacity: model.siteCount + model.shiftCount)
    next.initialize(repeating: -1, count: model.siteCount + model.shiftCount)
    isNew = .allocate(capacity: model.stride)
    newLegs = .allocate(capacity: model.stride)
  }

  deinit {
    for column in [row, scratch, forward, backward, next, newLegs] { column.deallocate() }
    isNew.deallocate()
  }

  /// Shortens a shift; `exact` asks for the optimal order of up to ``OptimalOrder/most`` stops.
  /// - Returns: Whether it got shorter.
  @discardableResult
  mutating func improve(_ schedule: inout Schedule, _ shift: Int, exact: Bool) -> Bool {
    let count = Int(schedule.count[shift])
    guard count > 1 else { return false }
    row.update(from: schedule.row(shift), count: count + 2)
    var hasChanged = false
    findNewLegs(shift, count, all: exact)
    while let move = bestMove(schedule, shift, count) {
      make(move, count)
      findNewLegs(shift, count, all: exact)
      hasChanged = true
    }
    remember(shift, count)
    if exact, count <= OptimalOrder.most, !model.hasWindows {
      if optimum.solve(model, row, count) { hasChanged = true }
    }
    if hasChanged { schedule.reorder(shift, row + 1) }
    return hasChanged
  }

  private func bestMove(_ schedule: borrowing Schedule, _ shift: Int, _ count: Int) -> Move? {
    measure(count)
    var best = Move()
    for first in 1..<(count + 1) {
      tryTurning(first, &best, schedule, shift, count)
      for last in first..<min(first + 3, count + 1) where last - first + 1 < count {
        tryMoving(first, last, &best, schedule, shift, count)
      }
    }
    return best.delta < 0 ? best : nil
  }

  /// Marks the legs that were not there when the shift was last improved: only moves that break
  /// one of them can have become worth while.
  private mutating func findNewLegs(_ shift: Int, _ count: Int, all: Bool) {
    newCount = 0
    for index in 0..<(count + 1) {
      let known = next[index == 0 ? model.siteCount + shift : Int(row[index])]
      isNew[index] = all || known != row[index + 1]
      guard isNew[index] else { continue }
      newLegs[newCount] = Int32(index)
      newCount += 1
    }
  }

  private func remember(_ shift: Int, _ count: Int) {
    next[model.siteCount + shift] = row[1]
    for index in 1..<(count + 1) { next[Int(row[index])] = row[index + 1] }
  }

  /// The time from an entry of the row to the next.
  @inline(__always) private func leg(_ index: Int) -> Int32 {
    forward[index &+ 1] &- forward[index]
  }

  private func measure(_ count: Int) {
    forward[0] = 0
    backward[0] = 0
    for index in 0...count {
      forward[index + 1] = forward[index] + model.time(row[index], row[index + 1])
      backward[index + 1] = backward[index] + model.time(row[index + 1], row[index])
    }
  }

  /// What turning a segment around adds inside it: nothing where times are symmetric.
  @inline(__always) private func turning(_ first: Int, _ last: Int) -> Int32 {
    (backward[last] &- backward[first]) &- (forward[last] &- forward[first])
  }

  /// Tries every segment that starts at `first` turned around where it stands.
  private func tryTurning(
    _ first: Int, _ best: inout Move, _ schedule: borrowing Schedule, _ shift: Int, _ count: Int
  ) {
    guard first < count else { return }
    let fromBefore = model.outOf + Int(row[first - 1]) * model.nodeCount
    let fromFirst = model.outOf + Int(row[first]) * model.nodeCount
    let before = leg(first - 1)
    @inline(__always) func attempt(_ last: Int) {
      let delta =
        fromBefore[Int(row[last])] &+ fromFirst[Int(row[last &+ 1])] &- before &- leg(last)
        &+ turning(first, last)
      guard delta < best.delta else { return }
      consider(
        Move(delta: delta, first: first, last: last, turned: true), &best, schedule, shift, count)
    }
    if isNew[first - 1] {
      for last in (first + 1)...count { attempt(last) }
    } else {
      var index = newCount - 1
      while index >= 0, newLegs[index] > first { index -= 1 }
      for place in (index + 1)..<newCount { attempt(Int(newLegs[place])) }
    }
  }

  /// Tries a segment in every other gap, both ways around.
  private func tryMoving(
    _ first: Int, _ last: Int, _ best: inout Move, _ schedule: borrowing Schedule, _ shift: Int,
    _ count: Int
  ) {
    let closed =
      model.time(row[first - 1], row[last + 1]) - leg(first - 1) - leg(last)
    guard closed < best.delta else { return }
    let nodes = model.nodeCount
    let intoFirst = model.into + Int(row[first]) * nodes
    let intoLast = model.into + Int(row[last]) * nodes
    let outOfFirst = model.outOf + Int(row[first]) * nodes
    let outOfLast = model.outOf + Int(row[last]) * nodes
    let turn = closed + turning(first, last)
    @inline(__always) func attempt(_ gap: Int) {
      guard gap < first &- 1 || gap > last else { return }
      let before = Int(row[gap])
      let after = Int(row[gap &+ 1])
      let open = leg(gap)
      let straight = closed &+ intoFirst[before] &+ outOfLast[after] &- open
      let turned = turn &+ intoLast[before] &+ outOfFirst[after] &- open
      guard min(straight, turned) < best.delta else { return }
      let move = Move(
        delta: min(straight, turned), first: first, last: last, gap: gap, turned: turned < straight)
      consider(move, &best, schedule, shift, count)
    }
    if isNew[first - 1] || isNew[last] {
      for gap in 0..<(count + 1) { attempt(gap) }
    } else {
      for place in 0..<newCount { attempt(Int(newLegs[place])) }
    }
  }

  private func consider(
    _ move: Move, _ best: inout Move, _ schedule: borrowing Schedule, _ shift: Int, _ count: Int
  ) {
    if model.hasWindows {
      write(move, count)
      guard schedule.driving(shift, scratch + 1, count) != nil else { return }
    }
    best = move
  }

  private func make(_ move: Move, _ count: Int) {
    write(move, count)
    row.update(from: scratch, count: count + 2)
  }

  /// Writes the row after a move to the scratch row.
  private func write(_ move: Move, _ count: Int) {
    let length = move.last - move.first + 1
    scratch.update(from: row, count: count + 2)
    var place = move.first
    if move.gap >= 0, move.gap < move.first {
      place = move.gap + 1
      for index in place..<move.first { scratch[index + length] = row[index] }
    } else if move.gap > move.last {
      for index in (move.last + 1)..<(move.gap + 1) { scratch[index - length] = row[index] }
      place = move.gap + 1 - length
    }
    for offset in 0..<length {
      scratch[place + offset] = row[move.turned ? move.last - offset : move.first + offset]
    }
  }
}
