import CampaignData
import Foundation
import Inspection
import Publishing
import Store
import Terminal

/// Finds a saved plan by what a user calls it.
struct PlanNaming {
  let workspace: Workspace

  /// A plan by its identifier (or the beginning of one), its day, its round as in `round-14`, or the
  /// folder of its files.
  ///
  /// Throws `CommandFailure` if there is none, or several.
  func plan(_ name: String) throws -> SavedPlan {
    if let day = CalendarDate(name) {
      guard let plan = try workspace.plan(startingOn: day) else { throw missing(name) }
      return plan
    }
    let plans = try workspace.plans()
    if let plan = plans.first(where: { $0.id == name }) { return plan }
    let word = name.hasPrefix("round-") ? name.dropFirst(6) : name[...]
    if let round = Int(word) {
      // Of plans of one moment the last saved counts, as it does where a day starts from it.
      let whole = plans.reversed().filter { $0.round == round && $0.day == nil }
      guard let plan = whole.max(by: { $0.madeAsOf < $1.madeAsOf }) else { throw missing(name) }
      return plan
    }
    if let id = try identifier(inFolder: name) {
      guard let plan = plans.first(where: { $0.id == id }) else {
        throw CommandFailure(
          status: .inputMissing, message: "plan \(id) of this folder is not kept here",
          file: workspace.folder, hint: "Name the workspace that made it with -w.")
      }
      return plan
    }
    let begun = plans.filter { $0.id.hasPrefix(name) && !name.isEmpty }
    guard begun.count < 2 else {
      throw CommandFailure(
        status: .usage, message: "\(begun.count) plans begin with \(name)",
        hint: "Give more of it: \(begun.prefix(5).map(\.id).joined(separator: ", ")).")
    }
    guard let plan = begun.first else { throw missing(name) }
    return plan
  }

  /// What a folder's record says, or the label of the sealed file in its place; nil without them.
  private func identifier(inFolder name: String) throws -> String? {
    let file = SealedFile(of: name)
    if file.isThere { return try SealedLists(file).label.plan }
    let record = name + "/" + PlanFiles.recordName
    guard let data = FileManager.default.contents(atPath: record) else { return nil }
    guard let id = PlanRecord.identifier(in: data) else {
      throw CommandFailure(
        status: .badData, message: "this is no plan's record", file: record,
        hint: "Plan again, or name the plan by its identifier.")
    }
    return id
  }

  private func missing(_ name: String) -> CommandFailure {
    let known = (try? workspace.plans())?.suffix(5).map(\.id) ?? []
    return CommandFailure(
      status: .inputMissing, message: "there is no plan \(name) here", file: workspace.folder,
      hint: known.isEmpty
        ? "Make one with `hotspot plan round N`."
        : "Give a day, round-N, a folder of plans/ or an identifier: "
          + known.joined(separator: ", ") + ".")
  }
}
