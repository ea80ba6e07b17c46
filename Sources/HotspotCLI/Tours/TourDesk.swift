import CampaignData
import Foundation
import Inspection
import Publishing
import Store
import Terminal

/// The steps from a workspace to a tour and its files.
struct TourDesk {
  let workspace: Workspace
  let console: Console
  let name: String

  /// Where it stands in the workspace.
  var folder: String { "\(workspace.folder)/plans/tour-\(name)" }

  /// Plans a tour with the facts of a moment.
  func plan(
    _ choice: TourChoice, groups: Int, teams named: [String], asOf moment: Moment
  ) throws -> (Tour, Snapshot) {
    let snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    let weights = try workspace.evidenceWeights()
    let targets = try Targeting.targets(of: snapshot, weights: weights)
    let teams = try teams(groups, named: named, snapshot)
    let settings = TourSettings(
      plan: workspace.sealedSettings(weights),
      expresswayKMH: workspace.settings.real("expressway_kmh"),
      beam: workspace.settings.integer("tour_beam"),
      reachKM: workspace.settings.real("tour_reach_km"))
    let round = CampaignData.rounds.containing(choice.days.lowerBound)?.number
    let visited = snapshot.facts.visits.filter { $0.round == round }.map(\.siteID)
    let tour = try TourPlanner.plan(
      name, cities: choice.cities, days: choice.days, teams: teams, snapshot: snapshot,
      targets: targets, settings: settings, visited: Set(visited))
    return (tour, snapshot)
  }

  /// Writes the tour's files; where days are sealed, each day's apart, and the whole with the last.
  ///
  /// Gives back where the whole is.
  func publish(_ tour: Tour, of snapshot: Snapshot, days: ClosedRange<CalendarDate>) throws
    -> String
  {
    let files = TourFiles(tour, name: name, of: snapshot, language: console.language)
    guard let sealing = try workspace.sealing(asOf: tour.madeAsOf),
      sealing.releaseMoment(of: days.upperBound) != nil
    else {
      try files.bundle().write(to: folder)
      return folder
    }
    for day in 0...(days.upperBound - days.lowerBound) {
      let date = days.lowerBound + day
      let place = "\(folder)-\(date)"
      if let moment = sealing.releaseMoment(of: date) {
        try seal(files.bundle(day: date), .day, date, until: moment, sealing, at: place)
      } else {
        try files.bundle(day: date).write(to: place)
      }
    }
    if let moment = sealing.releaseMoment(of: days.upperBound) {
      try seal(files.bundle(), .whole, days.upperBound, until: moment, sealing, at: folder)
    }
    return SealedFile(of: folder).path
  }

  private func seal(
    _ files: FileBundle, _ part: SealLabel.Part, _ day: CalendarDate, until moment: Moment,
    _ sealing: PlanSealing, at place: String
  ) throws {
    let file = SealedFile(of: place)
    let label = SealLabel(
      workspace: sealing.key.workspace, plan: "tour-\(name)", part: part, day: day,
      releaseAt: moment)
    do {
      try file.write(files, as: label, with: sealing.key)
    } catch let error as SealError {
      throw StoreError(error, in: file.path)
    }
  }

  /// Throws if a tour of this name is there.
  func checkFree(overwrite: Bool) throws {
    let isThere =
      FileManager.default.fileExists(atPath: folder) || SealedFile(of: folder).isThere
    guard overwrite || !isThere else {
      throw CommandFailure(
        status: .cannotCreate, message: "a tour of this name is there already", file: folder,
        hint: "Add --overwrite, or give another --name.")
    }
  }

  /// The teams named, else the best by what they found over what was to expect.
  private func teams(_ count: Int, named: [String], _ snapshot: Snapshot) throws -> [Int] {
    let teams = snapshot.facts.teams
    guard named.isEmpty else {
      return try named.map { name in
        guard let index = teams.firstIndex(where: { [$0.id, $0.name].contains(name) }) else {
          let guess = Suggestion.nearest(to: name, in: teams.flatMap { [$0.id, $0.name] })
          throw CommandFailure(
            status: .usage, message: "there is no team \"\(name)\"",
            hint: (guess.map { "Did you mean \($0)? " } ?? "") + "Name teams of the table teams.")
        }
        return index
      }
    }
    let best = try TourTeams.best(count, of: snapshot)
    let others = teams.indices.filter { !best.contains($0) }
    let chosen = Array((best + others).prefix(count))
    guard chosen.count == count else {
      throw TourError.teams(found: chosen.count, needed: count)
    }
    return chosen
  }
}
