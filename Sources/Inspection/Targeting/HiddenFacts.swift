/// Facts that count as not there, as numbers in `Facts`: what a chance would be without them.
struct HiddenFacts: Sendable {
  /// A cell that does not count as hot.
  private(set) var hotCell: Int?
  private(set) var alerts: Set<Int> = []
  private(set) var complaints: Set<Int> = []
  private(set) var anomaly: Int?
  private(set) var visits: Set<Int> = []
  private(set) var rechecks: Set<Int> = []

  /// Hides nothing.
  init() {}

  /// Hides the facts behind one finding; a site's own record stays.
  init(_ reference: Facts.Reference) {
    switch reference {
    case .none, .record: break
    case .cell(let number): hotCell = number
    case .alerts(let numbers): alerts = Set(numbers)
    case .complaints(let numbers): complaints = Set(numbers)
    case .anomaly(let number): anomaly = number
    case .visits(let numbers): visits = Set(numbers)
    case .rechecks(let numbers): rechecks = Set(numbers)
    }
  }
}
