import Geo
import Inspection

/// Puts the times between many places together from blocks.
struct RoadMatrix {
  /// Asks for one block: times row by row, nil for no way.
  let ask: @Sendable (RoadBlock) throws(RoadFault) -> [RoadTime?]
  /// Places a side of a block: engines limit the pairs of a request (Valhalla 2,500, OSRM a hundred
  /// places).
  let side: Int
  /// Metres from a place to its road above which it counts as not reached by road.
  let farthestSnap: Double

  /// No car is faster over any distance; metres a second.
  private static let fastest = 60.0

  /// Times between all places; those already known are not asked for again.
  ///
  /// `known[i]` is the place's row in `old`, or nil.
  func times(
    _ places: [Coordinate], known: [Int?], in old: DrivingTimes
  ) throws(RoadFault) -> DrivingTimes {
    let count = places.count
    var seconds = [Int32](repeating: DrivingTimes.noWay, count: count * count)
    for from in 0..<count {
      for to in 0..<count {
        if let row = known[from], let column = known[to] {
          seconds[from * count + to] = old.seconds(from: row, to: column)
        }
      }
    }
    let new = known.indices.filter { known[$0] == nil }
    let kept = known.indices.filter { known[$0] != nil }
    try fill(&seconds, places, from: new, to: Array(0..<count))
    try fill(&seconds, places, from: kept, to: new)
    for place in 0..<count { seconds[place * count + place] = 0 }
    return DrivingTimes(count: count, seconds: seconds)
  }

  private func fill(
    _ seconds: inout [Int32], _ places: [Coordinate], from: [Int], to: [Int]
  ) throws(RoadFault) {
    for sources in Self.chunks(from, side) {
      for targets in Self.chunks(to, side) {
        try fill(&seconds, places, sources, targets)
      }
    }
  }

  /// One request; where the engine refuses a place, halves of it, down to the pairs at fault.
  private func fill(
    _ seconds: inout [Int32], _ places: [Coordinate], _ from: ArraySlice<Int>, _ to: ArraySlice<Int>
  ) throws(RoadFault) {
    let block = RoadBlock(sources: from.map { places[$0] }, targets: to.map { places[$0] })
    let times: [RoadTime?]
    do {
      times = try ask(block)
    } catch .placeRefused {
      if from.count == 1, to.count == 1 { return }
      let (longer, shorter) = from.count >= to.count ? (from, to) : (to, from)
      for half in Self.chunks(longer, (longer.count + 1) / 2) {
        let (sources, targets) = from.count >= to.count ? (half, shorter) : (shorter, half)
        try fill(&seconds, places, sources, targets)
      }
      return
    }
    for (row, source) in from.enumerated() {
      for (column, target) in to.enumerated() {
        guard let time = times[row * to.count + column] else { continue }
        seconds[source * places.count + target] = try whole(time, places[source], places[target])
      }
    }
  }

  /// Whole seconds, rounded up.
  private func whole(
    _ time: RoadTime, _ from: Coordinate, _ to: Coordinate
  ) throws(RoadFault) -> Int32 {
    guard time.seconds >= 0, time.seconds.isFinite else {
      throw .unreadable("a time of \(time.seconds) s")
    }
    guard time.snap <= farthestSnap else { return DrivingTimes.noWay }
    let metres = RoadTime.distance(from, to) - 2 * time.snap
    guard metres <= Self.fastest * (time.seconds + 60) else {
      throw .implausible(seconds: time.seconds, kilometres: metres / 1000)
    }
    return time.seconds < 65_000 ? Int32(time.seconds.rounded(.up)) : DrivingTimes.noWay
  }

  private static func chunks<Places: RandomAccessCollection>(
    _ places: Places, _ size: Int
  ) -> [ArraySlice<Int>] where Places.Element == Int {
    let all = Array(places)
    return stride(from: 0, to: all.count, by: size).map {
      all[$0..<min($0 + size, all.count)]
    }
  }
}
