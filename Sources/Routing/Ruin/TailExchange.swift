/// Lets two shifts that pass near each other change over to each other's way from there on.
///
/// The move of 2-opt between routes: what no longer fits afterwards is ejected.
struct TailExchange {
  /// Changes over at a stop drawn at random and the nearest stop of another shift.
  func run(_ schedule: inout Schedule, _ random: inout Xoshiro256) {
    let one = random.below(schedule.model.shiftCount)
    guard schedule.count[one] > 0 else { return }
    let position = 1 + random.below(Int(schedule.count[one]))
    guard let near = nearest(schedule, schedule.row(one)[position], except: one) else { return }
    let other = Int(schedule.shiftOf[Int(near)])
    let place = schedule.position(near)
    let head = stops(schedule, one, 1...position)
    let tail = stops(schedule, one, (position + 1)...(Int(schedule.count[one]) + 1))
    if random.below(2) == 0 {
      let before = stops(schedule, other, 1...place).dropLast()
      let after = stops(schedule, other, place...(Int(schedule.count[other]) + 1))
      schedule.refill(one, head + after, other, before + tail)
    } else {
      let before = stops(schedule, other, 1...place)
      let after = stops(schedule, other, (place + 1)...(Int(schedule.count[other]) + 1))
      schedule.refill(one, head + before.reversed(), other, tail.reversed() + after)
    }
  }

  /// The stops of a shift at some positions, of which the last may be the depot's.
  private func stops(
    _ schedule: borrowing Schedule, _ shift: Int, _ positions: ClosedRange<Int>
  ) -> [Int32] {
    let row = schedule.row(shift)
    return positions.filter { $0 <= Int(schedule.count[shift]) }.map { row[$0] }
  }

  /// The stop nearest to a site in any other shift.
  private func nearest(
    _ schedule: borrowing Schedule, _ site: Int32, except excluded: Int
  ) -> Int32? {
    let model = schedule.model
    let times = model.outOf + Int(site) * model.nodeCount
    var best: Int32?
    var least = Int32.max
    for shift in 0..<model.shiftCount where shift != excluded {
      let row = schedule.row(shift)
      for position in 1..<(Int(schedule.count[shift]) + 1) where times[Int(row[position])] < least {
        least = times[Int(row[position])]
        best = row[position]
      }
    }
    return best
  }
}
