extension Schedule {
  /// Inserts an idle site into a gap where it fits.
  mutating func insert(_ site: Int32, _ shift: Int, gap: Int) {
    save(shift)
    let row = row(shift)
    var index = Int(count[shift]) + 1
    while index > gap {
      row[index + 1] = row[index]
      index -= 1
    }
    row[gap + 1] = site
    count[shift] += 1
    remeasure(shift)
    markVisited(site, shift)
  }

  /// Takes the stop at a position out.
  mutating func remove(_ shift: Int, position: Int) {
    save(shift)
    let row = row(shift)
    let site = row[position]
    for index in position...Int(count[shift]) { row[index] = row[index + 1] }
    count[shift] -= 1
    remeasure(shift)
    markIdle(site)
  }

  /// Puts an idle site in the place of a stop where it fits.
  mutating func replace(_ shift: Int, position: Int, with site: Int32) {
    save(shift)
    let row = row(shift)
    markIdle(row[position])
    row[position] = site
    remeasure(shift)
    markVisited(site, shift)
  }

  /// Puts the same stops of a shift in another order that fits.
  mutating func reorder(_ shift: Int, _ order: UnsafePointer<Int32>) {
    save(shift)
    let row = row(shift)
    for index in 0..<Int(count[shift]) { row[index + 1] = order[index] }
    remeasure(shift)
  }

  /// Deals the stops of two shifts anew, unless that would be too many for one.
  mutating func refill(_ one: Int, _ stops: [Int32], _ other: Int, _ others: [Int32]) {
    guard stops.count <= Int(model.visits[one]) + 1, others.count <= Int(model.visits[other]) + 1
    else { return }
    for shift in [one, other] {
      save(shift)
      let row = row(shift)
      for position in 1..<(Int(count[shift]) + 1) { markIdle(row[position]) }
    }
    for (shift, order) in [(one, stops), (other, others)] {
      let row = row(shift)
      for (index, site) in order.enumerated() { row[index + 1] = site }
      row[order.count + 1] = model.end[shift]
      count[shift] = Int32(order.count)
      remeasure(shift)
      for site in order { markVisited(site, shift) }
    }
  }

  /// Keeps all changes since the last commit.
  mutating func commit() {
    for index in 0..<journal.shiftCount { journal.isSaved[Int(journal.shifts[index])] = false }
    journal.shiftCount = 0
  }

  /// Takes all changes since the last commit back.
  mutating func rollback() {
    for index in 0..<journal.shiftCount {
      let shift = Int(journal.shifts[index])
      let row = row(shift)
      for position in 1..<(Int(count[shift]) + 1) { markIdle(row[position]) }
    }
    for index in 0..<journal.shiftCount {
      let shift = Int(journal.shifts[index])
      let old = journal.stops + shift * model.stride
      setRow(shift, old, Int(journal.count[shift]))
      journal.isSaved[shift] = false
    }
    journal.shiftCount = 0
  }

  /// Makes this schedule equal to another of the same model, and commits.
  mutating func copy(_ other: borrowing Schedule) {
    for shift in 0..<model.shiftCount {
      let row = row(shift)
      for position in 1..<(Int(count[shift]) + 1) { markIdle(row[position]) }
    }
    for shift in 0..<model.shiftCount { setRow(shift, other.row(shift), Int(other.count[shift])) }
    commit()
  }

  /// Puts whole routes in the place of all that is there, and commits.
  mutating func copy(_ routes: [[Int32]]) {
    for shift in 0..<model.shiftCount {
      while count[shift] > 0 { remove(shift, position: Int(count[shift])) }
    }
    for (shift, route) in routes.enumerated() {
      for (gap, site) in route.enumerated() { insert(site, shift, gap: gap) }
    }
    commit()
  }

  /// Fills a shift, whose sites have been marked idle, with a row of another.
  private mutating func setRow(_ shift: Int, _ old: UnsafePointer<Int32>, _ stopCount: Int) {
    row(shift).update(from: old, count: stopCount + 2)
    count[shift] = Int32(stopCount)
    remeasure(shift)
    for position in 1..<(stopCount + 1) { markVisited(old[position], shift) }
  }

  private mutating func save(_ shift: Int) {
    guard !journal.isSaved[shift] else { return }
    journal.isSaved[shift] = true
    journal.shifts[journal.shiftCount] = Int32(shift)
    journal.shiftCount += 1
    journal.count[shift] = count[shift]
    (journal.stops + shift * model.stride).update(from: row(shift), count: Int(count[shift]) + 2)
  }

  private mutating func remeasure(_ shift: Int) {
    tally.drive -= Int64(drive[shift])
    measure(shift)
    tally.drive += Int64(drive[shift])
  }

  /// Computes the times of a shift's row anew; one without visits is not driven.
  func measure(_ shift: Int) {
    let row = row(shift)
    let legs = legs + shift * model.stride
    let stopCount = Int(count[shift])
    var driven: Int32 = 0
    var worked: Int32 = 0
    for index in 0...stopCount {
      let leg = stopCount == 0 ? 0 : model.time(row[index], row[index + 1])
      legs[index] = leg
      driven += leg
      if index > 0 { worked += model.service[Int(row[index])] }
    }
    drive[shift] = driven
    work[shift] = worked
    if model.hasWindows { measureWindows(shift) }
  }

  private func measureWindows(_ shift: Int) {
    let row = row(shift)
    let base = shift * model.stride
    let last = Int(count[shift]) + 1
    earliest[base] = 0
    for index in 1..<(last + 1) {
      let service = index > 1 ? model.service[Int(row[index - 1])] : 0
      let arrival = earliest[base + index - 1] + service + legs[base + index - 1]
      earliest[base + index] = index < last ? max(arrival, model.opens[Int(row[index])]) : arrival
    }
    latest[base + last] = model.limit[shift]
    for index in stride(from: last - 1, to: 0, by: -1) {
      let site = Int(row[index])
      let due = latest[base + index + 1] - legs[base + index] - model.service[site]
      latest[base + index] = min(due, model.closes[site])
    }
  }
}
