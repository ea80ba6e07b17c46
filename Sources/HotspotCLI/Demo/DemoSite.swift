import CampaignData
import Foundation
import Inspection
import Publishing
import Terminal

/// The folder of a demo: a workspace, the inputs it was made from, and the truth apart from it.
struct DemoSite {
  let folder: String

  var workspace: String { folder + "/workspace" }
  var inputs: String { folder + "/inputs" }
  var truth: String { folder + "/truth" }
  /// Marks the folder as ours and tells what it was made from.
  var marker: String { folder + "/demo.json" }

  /// The day that is planned: the first of the round.
  var day: CalendarDate {
    CampaignData.rounds.round(DemoCampaign.round)?.firstDay ?? CalendarDate(daysSince1970: 0)
  }
  /// The evening before it, whose facts the plan rests on.
  var asOf: Moment { Moment(day - 1, hour: 18) }
  var planFolder: String { PlanFolder.day(day, in: workspace) }
  var roundFolder: String { PlanFolder.round(DemoCampaign.round, in: workspace) }
  var plannedDay: PlannedDay { PlannedDay(date: day, workspace: workspace) }

  /// The recipe of a complete demo; nil if there is none, or one that was broken off.
  func finished() -> DemoRecipe? {
    guard let data = FileManager.default.contents(atPath: marker),
      let recipe = try? JSONDecoder().decode(DemoRecipe.self, from: data),
      let table = try? plannedDay.cityTable(), table.round == DemoCampaign.round
    else { return nil }
    return recipe
  }

  /// Empties the folder for a new demo.
  ///
  /// Throws if it holds something that no demo left there.
  func clear(for recipe: DemoRecipe) throws {
    let files = FileManager.default
    let contents = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    guard contents.isEmpty || files.fileExists(atPath: marker) else {
      throw CommandFailure(
        status: .cannotCreate, message: "the folder holds something else", file: folder,
        hint: "Name another folder: hotspot demo FOLDER.")
    }
    do {
      for part in [workspace, inputs, truth] where files.fileExists(atPath: part) {
        try files.removeItem(atPath: part)
      }
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try JSONEncoder().encode(recipe).write(to: URL(fileURLWithPath: marker), options: .atomic)
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "the folder cannot be made or emptied", file: folder,
        hint: "Check that it is yours and that its disk has room.")
    }
  }
}
