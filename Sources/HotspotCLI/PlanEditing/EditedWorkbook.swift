import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// A day's workbook that has come back: what was changed, what stands against it, and the plan that
/// follows.
struct EditedWorkbook {
  private let workspace: Workspace
  private let workbook: PlanWorkbook
  private let current: SavedPlan
  private let moment: Moment
  private let reason: String
  private let edited: EditedDay
  private let unusable: [Rejection]
  /// What people and programs are told.
  let report: PlanEditReport

  /// Reads and reviews a workbook.
  ///
  /// Throws `CommandFailure` for a workbook of a plan that the workspace does not have, and `StoreError`
  /// for a day that is not released.
  init(
    _ workbook: PlanWorkbook, in workspace: Workspace, asOf moment: Moment, reason: String,
    console: Console
  ) throws {
    guard let saved = try workspace.plans().first(where: { $0.id == workbook.planID }) else {
      throw CommandFailure(
        status: .badData,
        message: "this workbook is of plan \(workbook.planID), which this workspace does not have",
        file: workbook.path, hint: "Name the workspace that made it with -w.")
    }
    let current =
      try workspace.plan(of: workbook.date, inRound: workbook.round, asOf: moment) ?? saved
    try Self.refuseSecret(workbook.date, of: [saved, current], in: workspace)
    let base = try workspace.earlierPlan(saved)
    let before = base.stops.filter {
      $0.day == workbook.date && (workbook.team == nil || $0.team == workbook.team)
    }
    let snapshot = try Snapshot(asOf: moment, facts: try workspace.facts(asOf: moment))
    var desk = try PlanningDesk(workspace: workspace, console: console)
    let (rows, unusable) = try EditedListReading(
      workbook: workbook, before: before, snapshot: snapshot, isSecret: desk.isSecret
    ).read()
    let edited = EditedDay(day: workbook.date, before: before, rows: rows)
    let review = try desk.review(
      edited, base: base, current: try workspace.earlierPlan(current), snapshot: snapshot,
      reason: reason)
    self.workspace = workspace
    self.workbook = workbook
    self.current = current
    self.moment = moment
    self.reason = reason
    self.edited = edited
    self.unusable = unusable
    report = PlanEditReport(
      file: workbook.path, base: saved.id, current: current.id, edited: edited, review: review,
      unusable: unusable, facts: snapshot.facts)
  }

  /// Throws if rows cannot be read, or conflicts stand in the way.
  func refuseConflicts(force: Bool) throws {
    guard unusable.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "\(unusable.count) rows cannot be read; nothing was changed",
        file: workbook.path, row: unusable.first?.row,
        hint: "Correct them in the workbook: \(unusable.first?.reason ?? "").")
    }
    let conflicts = report.review.conflicts
    let silent = conflicts.count { $0.cause == .drawnWithoutReason }
    guard silent == 0 else {
      throw CommandFailure(
        status: .badData,
        message: "\(silent) sites drawn by lot are taken out without a reason; nothing was changed",
        file: workbook.path,
        hint: "Put the rows back and mark them as dropped with a reason, or add --reason TEXT.")
    }
    let count = conflicts.count { $0.isInTheWay }
    guard force || count == 0 else {
      throw CommandFailure(
        status: .badData, message: "\(count) conflicts stand in the way; nothing was changed",
        file: workbook.path, hint: "Settle them in the workbook, or add --force.")
    }
    guard !edited.disruptions().isEmpty else {
      throw CommandFailure(
        status: .badData, message: "nothing was taken out, moved or added; nothing was changed",
        file: workbook.path,
        hint: "Another order alone is not applied: the planner orders a day by its ways.")
    }
  }

  /// Plans the day again with what was taken out, moved and added, from the plan as it is now.
  mutating func apply(
    signing: SigningOptions, options: PlanOptions, console: Console
  ) throws {
    let told = edited.disruptions(reason: reason)
    var desk = try PlanningDesk(workspace: workspace, console: console)
    let (plan, snapshot) = try desk.planDay(
      workbook.date, asOf: moment, told: try DisruptionOptions.parse(["--from", current.id]),
      edited: told, signing: signing)
    let folder = try desk.publishDay(workbook.date, of: plan, snapshot: snapshot)
    try PlanRemarks(plan, isSecret: desk.isSecret).tell(
      console, report: options.report, overwrite: options.overwrite)
    PlanSummary(
      plan, facts: snapshot.facts, date: workbook.date, folder: folder, isSecret: desk.isSecret
    ).show(console)
    tell(plan, snapshot.facts, console)
  }

  /// Says which changes the new plan has, and that another order is none of them.
  private func tell(_ plan: Plan, _ facts: Facts, _ console: Console) {
    var teams: [String: String] = [:]
    for day in plan.day(workbook.date) {
      for stop in day.stops { teams[stop.target.id] = facts.teams[day.team].id }
    }
    let told = edited.edits.filter { $0.kind != .order }
    let held = told.count { edit in
      edit.kind == .drop ? teams[edit.target] == nil : teams[edit.target] == edit.team
    }
    console.say(
      zh: "人工改动 \(told.count) 处，新计划落实 \(held) 处",
      en: "\(told.count) changes by hand, \(held) of them in the new plan")
    let reordered = edited.edits.count - told.count
    guard reordered > 0 else { return }
    console.say(
      zh: "换序 \(reordered) 处未采用：当日顺序按行车路线排定",
      en: "\(reordered) stops in another order: not taken over, the planner orders a day by its "
        + "ways")
  }

  private static func refuseSecret(
    _ day: CalendarDate, of plans: [SavedPlan], in workspace: Workspace
  ) throws {
    for plan in plans {
      for (sealed, moment) in try workspace.sealedDays(of: plan).values.flatMap(\.self)
      where sealed == day && moment > Workspace.clock() {
        throw StoreError.notReleased(day, until: moment)
      }
    }
  }
}
