/// Alarms cells that were alarmed in many of the last hours: high values that accumulate 累计.
///
/// Assumption: the rule in use is unpublished; how many hours is a setting.
public struct AccumulatedAlarmRule: Sendable, Hashable {
  /// The rule's name and version, as kept with what it finds.
  public static let version = "accumulated-1"

  /// Hours with an alarm that make one of accumulation.
  public let hours: Int

  /// Makes the rule.
  public init(hours: Int) {
    self.hours = hours
  }

  /// The cells due, in the order of their numbers, by the alarms of each hour; the last hour's
  /// values stand with them.
  public func alerts(alarmed: [[Int]], values: [Double]) -> [CellAlert] {
    var counts = [Int](repeating: 0, count: values.count)
    for cell in alarmed.lazy.flatMap({ Set($0) }) { counts[cell] += 1 }
    return counts.indices.filter { counts[$0] >= max(1, hours) }.map {
      CellAlert(cell: $0, reason: .accumulated, value: values[$0])
    }
  }
}
