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

  init(_ model: Model) {
    self.model = model
    row = .allocate(capacity: model.stride)
    scratch = .allocate(capacity: model.stride)
    forward = .allocate(capacity: model.stride)
    backward = .allocate(capacity: model.stride)
    optimum = OptimalOrder()
  }

  deinit {
    for column in [row, scratch, forward, backward] { column.deallocate() }
  }

  /// Shortens a shift; `exact` asks for the optimal order of up to ``OptimalOrder/most`` stops.
  /// - Returns: Whether it got shorter.
  @discardableResult
  mutating func improve(_ schedule: inout Schedule, _ shift: Int, exact: Bool) -> Bool {
    let count = Int(schedule.count[shift])
    guard count > 1 else { return false }
    row.update(from: schedule.row(shift), count: count + 2)
    var hasChanged = false
    while let move = bestMove(schedule, shift, count) {
      make(move, count)
      hasChanged = true
    }
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
      for last in first..<(count + 1) {
        if last > first { tryTurning(first, last, &best, schedule, shift, count) }
        guard last < first + 3, last - first + 1 < count else { continue }
        for gap in 0..<(count + 1) where gap < first - 1 || gap > last {
          tryMoving(first, last, gap, &best, schedule, shift, count)
        }
      }
    }
    return best.delta < 0 ? best : nil
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
    (backward[last] - backward[first]) - (forward[last] - forward[first])
  }

  private func tryTurning(
    _ first: Int, _ last: Int, _ best: inout Move, _ schedule: borrowing Schedule, _ shift: Int,
    _ count: Int
  ) {
    let removed =
      model.time(row[first - 1], row[first]) + model.time(row[last], row[last + 1])
    let added = model.time(row[first - 1], row[last]) + model.time(row[first], row[last + 1])
    let delta = added - removed + turning(first, last)
    guard delta < best.delta else { return }
    consider(
      Move(delta: delta, first: first, last: last, turned: true), &best, schedule, shift, count)
  }

  private func tryMoving(
    _ first: Int, _ last: Int, _ gap: Int, _ best: inout Move, _ schedule: borrowing Schedule,
    _ shift: Int, _ count: Int
  ) {
    let closed =
      model.time(row[first - 1], row[last + 1]) - model.time(row[first - 1], row[first])
      - model.time(row[last], row[last + 1]) - model.time(row[gap], row[gap + 1])
    let straight = model.time(row[gap], row[first]) + model.time(row[last], row[gap + 1])
    if closed + straight < best.delta {
      let move = Move(delta: closed + straight, first: first, last: last, gap: gap)
      consider(move, &best, schedule, shift, count)
    }
    let turned =
      model.time(row[gap], row[last]) + model.time(row[first], row[gap + 1])
      + turning(first, last)
    if closed + turned < best.delta {
      let move = Move(delta: closed + turned, first: first, last: last, gap: gap, turned: true)
      consider(move, &best, schedule, shift, count)
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
