import Geo
import Inspection
import Testing

@testable import Store

/// Blocks put together from an engine that is a formula; real engines answer in
/// `Tests/Integration/roads.sh`.
@Suite struct RoadMatrixTests {
  private static let nothing = DrivingTimes(count: 0, seconds: [])

  /// Seconds by a rule that is not symmetric; a place is its number in hundredths of a degree.
  private static func seconds(_ from: Int, _ to: Int) -> Int32 {
    from == to ? 0 : Int32(500 * abs(from - to) + 10 * from + to)
  }

  private func places(_ numbers: Range<Int>) -> [Coordinate] {
    numbers.map { Coordinate(0.01 * Double($0), 0) }
  }

  /// A matrix over an engine that refuses any block with a place of `offRoad`, and has no way to or
  /// from those of `island`.
  private func matrix(
    side: Int, offRoad: Set<Int> = [], island: Set<Int> = [], scale: Double = 1, snap: Double = 0
  ) -> RoadMatrix {
    RoadMatrix(
      ask: { (block) throws(RoadFault) in
        let from = block.sources.map { Int(($0.x * 100).rounded()) }
        let to = block.targets.map { Int(($0.x * 100).rounded()) }
        guard offRoad.isDisjoint(with: from + to) else { throw .placeRefused }
        return from.flatMap { row in
          to.map { column in
            island.contains(row) != island.contains(column)
              ? nil
              : RoadTime(
                seconds: (Double(Self.seconds(row, column)) - 0.5) * scale, snap: snap)
          }
        }.map { $0.map { RoadTime(seconds: max(0, $0.seconds), snap: $0.snap) } }
      }, side: side, farthestSnap: 100)
  }

  @Test(arguments: [1, 2, 3, 7, 50])
  func `blocks of any size give every time`(side: Int) throws {
    let found = try matrix(side: side).times(
      places(0..<7), known: [Int?](repeating: nil, count: 7), in: Self.nothing)
    for from in 0..<7 {
      for to in 0..<7 { #expect(found.seconds(from: from, to: to) == Self.seconds(from, to)) }
    }
  }

  @Test(arguments: [1, 3, 50])
  func `a place that the engine refuses costs only its own times`(side: Int) throws {
    let found = try matrix(side: side, offRoad: [2, 5], island: [6]).times(
      places(0..<7), known: [Int?](repeating: nil, count: 7), in: Self.nothing)
    for from in 0..<7 {
      for to in 0..<7 {
        let isOff = from != to && !Set([2, 5, 6]).isDisjoint(with: [from, to])
        #expect(
          found.seconds(from: from, to: to)
            == (isOff ? DrivingTimes.noWay : Self.seconds(from, to)), "\(from) \(to)")
      }
    }
  }

  @Test func `what is known is not asked for, what is new is`() throws {
    let old = try matrix(side: 9).times(
      places(0..<4), known: [Int?](repeating: nil, count: 4), in: Self.nothing)
    // Refusing the old places' own pairs shows that they are not asked for again.
    let picky = RoadMatrix(
      ask: { (block) throws(RoadFault) in
        let kept = Set(places(1..<4))
        guard !(kept.contains(block.sources[0]) && kept.contains(block.targets[0])) else {
          throw .unreadable("asked again")
        }
        return try matrix(side: 9).ask(block)
      }, side: 1, farthestSnap: 100)
    let found = try picky.times(places(1..<6), known: [1, 2, 3, nil, nil], in: old)
    for from in 1..<6 {
      for to in 1..<6 {
        #expect(found.seconds(from: from - 1, to: to - 1) == Self.seconds(from, to))
      }
    }
  }

  @Test func `places too far from a road are not reached`() throws {
    let found = try matrix(side: 9, snap: 101).times(
      places(0..<2), known: [nil, nil], in: Self.nothing)
    #expect(found.seconds == [0, DrivingTimes.noWay, DrivingTimes.noWay, 0])
  }

  @Test func `minutes in place of seconds are found out`() throws {
    #expect(throws: RoadFault.self) {
      try matrix(side: 9, scale: 1 / 60).times(
        places(0..<20), known: [Int?](repeating: nil, count: 20), in: Self.nothing)
    }
  }
}
