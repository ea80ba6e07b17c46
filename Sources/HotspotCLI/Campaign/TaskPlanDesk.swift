import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// The steps from a workspace to a month's task plan.
struct TaskPlanDesk {
  let workspace: Workspace
  let month: CalendarMonth
  /// One city's code; nil: all.
  let city: String?

  /// A draft from what was known by a moment.
  func draft(asOf moment: Moment, console: Console) throws -> String {
    let snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    let targets = try Targeting.targets(
      of: snapshot, weights: workspace.evidenceWeights(), season: month)
    let settings = workspace.settings
    let draft = TaskPlanDraft(
      month: month, snapshot: snapshot, targets: targets,
      ledgers: try workspace.ledgerEntries(asOf: moment),
      dailyVisits: settings.integer("daily_visits"), floor: settings.real("task_floor"),
      dueMost: settings.real("task_due_most"), city: city)
    guard !draft.lines.isEmpty else { throw nothing(console) }
    let cities = Set(draft.lines.map(\.city)).count
    console.say(
      zh: "\(month) 任务计划草案：\(cities) 个城市，\(draft.lines.count) 项",
      en: "Draft of the task plan of \(month): \(cities) cities, \(draft.lines.count) lines")
    return TaskPlanList.text(of: draft, language: console.language)
  }

  /// What was imported for the month.
  func standing(asOf moment: Moment, console: Console) throws -> String {
    let lines = try workspace.taskPlan(asOf: moment).filter { line in
      line.month == month && (city == nil || line.cityCode == nil || line.cityCode == city)
    }
    guard !lines.isEmpty else {
      throw CommandFailure(
        status: .inputMissing,
        message: console.language.pick(
          zh: "没有 \(month) 的任务计划", en: "there is no task plan of \(month)"),
        hint: console.language.pick(
          zh:
            "起草：hotspot campaign task-plan \(month) --draft -o plan.csv，再 hotspot import task-plan plan.csv。",
          en: "Draft one: hotspot campaign task-plan \(month) --draft -o plan.csv, then "
            + "hotspot import task-plan plan.csv."))
    }
    for (place, sum) in TaskShare.sums(lines) where sum > 1.0005 {
      let percent = Int((sum * 100).rounded())
      console.warn(
        console.language.pick(
          zh: "\(place) 各项比例合计 \(percent) %，超过全部检查",
          en: "the shares of \(place) add up to \(percent) %: more than all visits"))
    }
    return TaskPlanList.text(of: lines, language: console.language)
  }

  private func nothing(_ console: Console) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: console.language.pick(
        zh: "\(month) 没有可安排的督查组或目标",
        en: "\(month) has no team at work, or no targets, in the workspace"),
      hint: console.language.pick(
        zh: "督查自 2018-06 至 2019-04；先导入督查组与点位。",
        en: "The campaign lasts from 2018-06 to 2019-04; import teams and sites first."))
  }
}
