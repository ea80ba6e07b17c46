/// When an invented plant runs.
enum MeterShift: CaseIterable {
  case day, two, three

  /// Whether it runs at an hour of a weekday, 1 to 7.
  func runs(hour: Double, weekday: Int) -> Bool {
    switch self {
    case .day: weekday < 7 && hour >= 8 && hour < 18
    case .two: weekday < 7 && hour >= 6 && hour < 22
    case .three: true
    }
  }
}
