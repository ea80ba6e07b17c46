import Geo
import Testing

@testable import Inspection

@Suite struct LiveAlarmRuleTests {
  private static let side = 20

  /// A board of cells, each with those around it.
  private var board: SpatialWeights {
    let side = Self.side
    return SpatialWeights(
      rows: (0..<side * side).map { cell in
        let (row, column) = (cell / side, cell % side)
        return (max(0, row - 1)...min(side - 1, row + 1)).flatMap { r in
          (max(0, column - 1)...min(side - 1, column + 1)).map { r * side + $0 }
        }.filter { $0 != cell }
      })
  }

  /// A slope with a little unevenness that is the same each time.
  private var values: [Double] {
    (0..<Self.side * Self.side).map { cell in
      40 + Double(cell / Self.side) + Double((cell * 7919) % 101) / 50
    }
  }

  private let all = [Bool](repeating: true, count: side * side)

  @Test func `a cell far above its neighbours is alarmed, a slope is not`() {
    var values = values
    let rule = LiveAlarmRule(alpha: 0.05)
    #expect(rule.outcome(values: values, neighbours: board, candidates: all).alerts.isEmpty)
    values[210] += 30
    let outcome = rule.outcome(values: values, neighbours: board, candidates: all)
    #expect(outcome.alerts.map(\.cell) == [210])
    #expect(outcome.alerts[0].reason == .live && (outcome.alerts[0].change ?? 0) > 0.4)
    #expect(outcome.z[210] > 10)
    var others = all
    others[210] = false
    #expect(rule.outcome(values: values, neighbours: board, candidates: others).alerts.isEmpty)
  }

  @Test func `a low cell, gaps and equal values alarm nothing`() {
    var values = values
    values[210] = 1
    values[0] = .nan
    let rule = LiveAlarmRule(alpha: 0.05)
    let outcome = rule.outcome(values: values, neighbours: board, candidates: all)
    #expect(outcome.alerts.isEmpty)
    // A corner has three neighbours; its own neighbours have five, one of which is gone.
    #expect(outcome.z[0].isNaN && !outcome.z[1].isNaN)
    let flat = [Double](repeating: 5, count: Self.side * Self.side)
    #expect(rule.outcome(values: flat, neighbours: board, candidates: all).alerts.isEmpty)
  }

  @Test func `alarms of many hours accumulate`() {
    let rule = AccumulatedAlarmRule(hours: 3)
    let alerts = rule.alerts(
      alarmed: [[1, 1], [1, 2], [], [2, 1], [2]], values: [5, 6, .nan])
    #expect(alerts.map(\.cell) == [1, 2])
    #expect(alerts[0].reason == .accumulated && alerts[0].value == 6)
    #expect(AccumulatedAlarmRule(hours: 6).alerts(alarmed: [[0]], values: [1]).isEmpty)
  }
}
