import CampaignData
import Geo
import Inspection
import Terminal

/// Reads a visit added by hand: `SITE`, `SITE:NOTE`, `LON,LAT` or `LON,LAT:NOTE`.
struct TaskReading {
  let facts: Facts
  let day: CalendarDate
  /// True if messages must not repeat what a task says.
  var isSecret = false

  /// The task; throws `CommandFailure` for a site that there is not and a place that is none.
  ///
  /// Identifiers may hold colons: the longest beginning that names something is taken.
  func task(_ text: String) throws -> ManualTask {
    let plain = text.replacing("：", with: ":").replacing("，", with: ",")
    var end = plain.endIndex
    while true {
      let subject = String(plain[..<end].trimmingBlanks)
      let note =
        end < plain.endIndex ? String(plain[plain.index(after: end)...].trimmingBlanks) : ""
      if let task = try task(subject, note: note) { return task }
      guard let colon = plain[..<end].lastIndex(of: ":") else { break }
      end = colon
    }
    throw CommandFailure(
      status: .usage, message: "--task: \(shown(text)) names no site known at that moment",
      hint: "Give a site's identifier or full name, or a place as LON,LAT in degrees (WGS-84).")
  }

  private func task(_ subject: String, note: String) throws -> ManualTask? {
    let numbers = subject.split(separator: ",", omittingEmptySubsequences: false).map {
      Double($0.trimmingBlanks)
    }
    if numbers.count == 2, let x = numbers[0], let y = numbers[1] {
      guard abs(x) <= 180, abs(y) <= 90 else {
        throw CommandFailure(
          status: .usage, message: "--task: \(shown(subject)) is no longitude and latitude",
          hint: "Longitude comes first, as in 114.51,38.04.")
      }
      return ManualTask(position: Coordinate(x, y), note: note, day: day)
    }
    if subject.hasPrefix("search:") || subject.hasPrefix("patrol:") {
      return ManualTask(site: subject, note: note, day: day)
    }
    if facts.sites.contains(where: { $0.id == subject }) {
      return ManualTask(site: subject, note: note, day: day)
    }
    let named = facts.sites.filter { $0.name == subject }
    guard named.count < 2 else {
      throw CommandFailure(
        status: .usage, message: "--task: \(named.count) sites are called \(shown(subject))",
        hint: "Give the identifier of one"
          + (isSecret ? "." : ": \(named.prefix(5).map(\.id).joined(separator: ", "))."))
    }
    return named.first.map { ManualTask(site: $0.id, note: note, day: day) }
  }

  /// What somebody wrote, where messages may repeat it.
  private func shown(_ text: String) -> String {
    isSecret ? "what is given (not repeated: plans are secret)" : "\"\(text)\""
  }
}
