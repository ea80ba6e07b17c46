import CampaignData
import Geo
import Publishing
import Store
import Terminal

/// A day whose lists may be read: its stops as the tables have them, and what only its files tell.
struct ReleasedDay {
  let day: CalendarDate
  let stops: [SavedStop]
  /// Properties by team and target, of the file's layer of targets.
  let targets: [String: [String: FieldValue]]
  /// Properties and line by team, of the file's layer of routes.
  let routes: [String: (values: [String: FieldValue], line: Geometry?)]

  /// Reads a day; nil if it has no stops, or none that may be read yet.
  ///
  /// What is released and still sealed is opened in memory. Throws what reading throws.
  init?(_ day: CalendarDate, in workspace: Workspace, now: Moment) throws {
    do {
      stops = try workspace.stops(of: day, now: now)
    } catch let error as StoreError where error.code == .refused || error.code == .inputMissing {
      // Not released, or sealed with a key that is not on this machine: it is not there.
      return nil
    }
    guard !stops.isEmpty else { return nil }
    self.day = day
    var targets: [String: [String: FieldValue]] = [:]
    var routes: [String: (values: [String: FieldValue], line: Geometry?)] = [:]
    try Self.withLayers(of: day, in: workspace, now: now) { path in
      try Self.forEach("targets", in: path) { values, _ in
        targets[Self.key(values["team_id"], values["target_id"])] = values
      }
      try Self.forEach("routes", in: path) { values, line in
        routes[Self.key(values["team_id"], nil)] = (values, line)
      }
    }
    self.targets = targets
    self.routes = routes
  }

  /// What the files tell of a stop.
  func file(of stop: SavedStop) -> [String: FieldValue] {
    targets[Self.key(.text(stop.teamID), .text(stop.siteID))] ?? [:]
  }

  /// What the files tell of a team's route.
  func route(of team: String) -> (values: [String: FieldValue], line: Geometry?)? {
    routes[Self.key(.text(team), nil)]
  }

  private static func key(_ team: FieldValue?, _ target: FieldValue?) -> String {
    [team, target].map { value in
      if case .text(let text)? = value { text } else { "" }
    }.joined(separator: "\u{1F}")
  }

  private static func withLayers(
    of day: CalendarDate, in workspace: Workspace, now: Moment, _ body: (String) throws -> Void
  ) throws {
    let name = "targets.gpkg"
    let folder = PlanFolder.day(day, in: workspace.folder)
    let sealed = SealedFile(of: folder)
    if sealed.isThere {
      guard let files = try? SealedLists(sealed).released(in: workspace, now: now),
        let bytes = files.contents(of: name)
      else { return }
      let memory = MemoryFolder()
      try memory.put(bytes, as: name)
      try body("\(memory.path)/\(name)")
    } else if FileStamp(of: "\(folder)/\(name)") != nil {
      try body("\(folder)/\(name)")
    }
  }

  private static func forEach(
    _ layer: String, in path: String, _ body: ([String: FieldValue], Geometry?) -> Void
  ) throws {
    var reader = try VectorReader(path: path, layer: layer)
    let names = reader.fields.map(\.name)
    while let feature = try reader.next() {
      let values = Dictionary(
        zip(names, feature.values), uniquingKeysWith: { first, _ in first })
      body(values, feature.geometry)
    }
  }
}
