/// A bar on standard error, redrawn at most ten times a second and only on a terminal.
package struct ProgressBar {
  private let title: String
  private let total: Int
  private let isShown: Bool
  private let clock = ContinuousClock()
  private var lastDrawn: ContinuousClock.Instant?

  package init(_ title: String, total: Int, isShown: Bool) {
    self.title = title
    self.total = total
    self.isShown = isShown && total > 0
  }

  /// Tells how much is done.
  package mutating func update(_ done: Int) {
    guard isShown else { return }
    let now = clock.now
    if let lastDrawn, now - lastDrawn < .milliseconds(100) { return }
    lastDrawn = now
    Stream.error.write("\r" + Self.line(title, done: done, total: total))
  }

  /// Wipes the bar away.
  package func finish() {
    guard isShown, lastDrawn != nil else { return }
    Stream.error.write("\r\u{1B}[K")
  }

  /// The bar as text: title, 30 places, per cent.
  package static func line(_ title: String, done: Int, total: Int) -> String {
    let share = min(1, max(0, Double(done) / Double(max(1, total))))
    let filled = Int(share * 30)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    return "\(title) [\(bar)] \(Int(share * 100)) %"
  }
}
