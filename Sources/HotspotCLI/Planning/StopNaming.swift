import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Finds a stop of a saved plan by what a user calls it.
struct StopNaming {
  /// A stop, with its plan.
  struct Found {
    let saved: SavedPlan
    let plan: EarlierPlan
    let stop: EarlierPlan.Stop
  }

  let workspace: Workspace
  /// The plan, as `PlanNaming` knows it; nil: the newest that has the day.
  let planName: String?

  /// A stop by day, team and place in the order, or by its identifier.
  ///
  /// Throws `CommandFailure` for another number of words and for what there is not.
  func stop(_ words: [String]) throws -> Found {
    let name =
      switch words.count {
      case 1: try identifier(words[0])
      case 3: Name(plan: nil, date: try date(words[0]), team: words[1], order: words[2])
      default:
        throw CommandFailure(
          status: .usage,
          message: "a stop is named by DATE TEAM ORDER or by its identifier: \(words.count) words",
          hint: "For instance: hotspot plan why 2018-12-24 130100-01 3")
      }
    guard let order = Int(name.order), order > 0 else {
      throw CommandFailure(
        status: .usage, message: "\"\(name.order)\" is no place in a day's order",
        hint: "Give the column order of targets.csv: 1, 2 and so on.")
    }
    let saved = try plan(name)
    try requireReleased(saved)
    let plan = try workspace.earlierPlan(saved)
    return Found(
      saved: saved, plan: plan, stop: try stop(order, of: name.team, on: name.date, in: plan))
  }

  /// An answer names stops of other days too: all of the plan must be released.
  private func requireReleased(_ plan: SavedPlan) throws {
    let sealed = try workspace.sealedDays(of: plan)[plan.id] ?? [:]
    if let last = sealed.filter({ $0.value > Workspace.clock() }).max(by: { $0.key < $1.key }) {
      throw StoreError.notReleased(last.key, until: last.value)
    }
  }

  private struct Name {
    var plan: String?
    var date: CalendarDate
    var team: String
    var order: String
  }

  /// Reads `ROUND-DATE-TEAM-ORDER`, as routes have it, or `PLAN/ROUND-DATE-TEAM-ORDER`, as the table
  /// of stops has it; a team's name may hold both marks.
  private func identifier(_ text: String) throws -> Name {
    var rest = text[...]
    var plan: String?
    if text.hasPrefix("R"), let slash = text.firstIndex(of: "/") {
      plan = String(text[..<slash])
      rest = text[text.index(after: slash)...]
    }
    guard let dash = rest.firstIndex(of: "-"), Int(rest[..<dash]) != nil,
      let last = rest.lastIndex(of: "-"), last > dash
    else { throw notAStop(text) }
    let middle = rest[rest.index(after: dash)..<last]
    guard let date = CalendarDate(String(middle.prefix(10))), middle.dropFirst(10).first == "-"
    else { throw notAStop(text) }
    return Name(
      plan: plan, date: date, team: String(middle.dropFirst(11)),
      order: String(rest[rest.index(after: last)...]))
  }

  private func notAStop(_ text: String) -> CommandFailure {
    CommandFailure(
      status: .usage, message: "\"\(text)\" is no stop's identifier",
      hint: "Name it as in 14-2018-12-24-130100-01-3, or by DATE TEAM ORDER.")
  }

  private func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw CommandFailure(
        status: .usage, message: "\"\(text)\" is no day", hint: "Write it as in 2018-12-24.")
    }
    return date
  }

  private func plan(_ name: Name) throws -> SavedPlan {
    let naming = PlanNaming(workspace: workspace)
    if let plan = name.plan ?? planName { return try naming.plan(plan) }
    guard let first = try workspace.stops(of: name.date).first else {
      throw CommandFailure(
        status: .inputMissing, message: "\(name.date) is not planned here",
        file: workspace.folder, hint: "Run `hotspot plan day \(name.date)` first.")
    }
    return try naming.plan(first.planID)
  }

  private func stop(
    _ order: Int, of team: String, on date: CalendarDate, in plan: EarlierPlan
  ) throws -> EarlierPlan.Stop {
    let today = plan.stops.filter { $0.day == date }
    let own = today.filter { $0.team == team }
    guard !today.isEmpty else {
      let days = Set(plan.stops.map(\.day)).sorted()
      throw CommandFailure(
        status: .inputMissing, message: "plan \(plan.id) has no stop on \(date)",
        hint: days.isEmpty
          ? "It has none at all." : "It has some on \(days[0]) to \(days[days.count - 1]).")
    }
    guard !own.isEmpty else {
      let teams = Set(today.map(\.team)).sorted()
      let guess = Suggestion.nearest(to: team, in: teams).map { "Did you mean \($0)? " } ?? ""
      throw CommandFailure(
        status: .inputMissing, message: "no team \"\(team)\" has stops on \(date)",
        hint: guess + "Teams with stops: \(teams.prefix(5).joined(separator: ", "))"
          + (teams.count > 5 ? ", ..." : "."))
    }
    guard let stop = own.first(where: { $0.order == order }) else {
      throw CommandFailure(
        status: .inputMissing, message: "\(team) has no stop \(order) on \(date)",
        hint: "Its stops there are 1 to \(own.count).")
    }
    return stop
  }
}
