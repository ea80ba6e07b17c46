import CampaignData
import Geo
import Routing

/// What stands against a day's list as edited, and how long the teams' days become: a pure function
/// of the edits, the round's plan now, the facts and the settings.
public struct EditReview: Sendable {
  /// What stands against it, by team.
  public let conflicts: [EditConflict]
  /// The days of the teams whose lists changed, by team.
  public let days: [TeamDayMeasure]

  /// Reviews edits.
  ///
  /// - Parameters:
  ///   - edited: the list as edited.
  ///   - base: the plan that the list was made from.
  ///   - current: the round's plan now; the same as `base` where it was not made anew.
  ///   - snapshot: the facts now.
  ///   - settings: what a day and a visit cost.
  ///   - roads: who knows driving times; nil for straight lines.
  ///   - reason: why, where a row says nothing.
  /// - Throws: `PlanError` for a day of no round, `PROJError` if the projection cannot be had.
  public init(
    _ edited: EditedDay, base: EarlierPlan, current: EarlierPlan, snapshot: Snapshot,
    settings: PlanSettings, roads: (any RoadNetwork)? = nil, reason: String = ""
  ) throws {
    guard let round = CampaignData.rounds.containing(edited.day) else {
      throw PlanError.noRound(edited.day.description)
    }
    let history = try VisitHistory(snapshot: snapshot, round: round.number)
    var conflicts =
      base.id == current.id ? [] : Self.remade(edited, base: base, current: current)
    conflicts += Self.leftOut(edited, current, history, snapshot.facts)
    conflicts += Self.drawn(edited.edits, reason)
    conflicts += edited.edits.filter {
      $0.kind == .add && history.targetsInRound.contains($0.target)
    }.map { EditConflict(cause: .visited, team: $0.team, edit: $0) }
    days = try Self.measure(edited, round, snapshot.facts, settings, roads)
    conflicts += days.flatMap(Self.overrun)
    self.conflicts = conflicts.enumerated().sorted {
      ($0.element.team, $0.offset) < ($1.element.team, $1.offset)
    }.map(\.element)
  }

  /// Changes of stops that the plan now has otherwise than the list that was edited, and otherwise
  /// than wanted.
  private static func remade(
    _ edited: EditedDay, base: EarlierPlan, current: EarlierPlan
  ) -> [EditConflict] {
    let now = Dictionary(
      current.stops.map { ($0.target, $0) }, uniquingKeysWith: { one, _ in one })
    return edited.edits.compactMap { edit in
      let stop = now[edit.target]
      guard !Self.isDone(edit, now: stop, on: edited.day) else { return nil }
      let isSame =
        if let before = edit.before {
          stop.map {
            $0.team == before.team && $0.day == before.day
              && (edit.kind != .order || $0.order == before.order)
          } ?? false
        } else {
          stop == nil
            || base.stops.contains {
              $0.target == edit.target && $0.team == stop?.team && $0.day == stop?.day
            }
        }
      return isSame
        ? nil : EditConflict(cause: .remade(now: stop), team: edit.team, edit: edit)
    }
  }

  /// True if the plan now has it as the edit wants it.
  private static func isDone(
    _ edit: PlanEdit, now stop: EarlierPlan.Stop?, on day: CalendarDate
  ) -> Bool {
    switch edit.kind {
    case .drop: stop?.day != day
    case .move, .add: stop.map { $0.day == day && $0.team == edit.team } ?? false
    case .order:
      stop.map { $0.day == day && $0.team == edit.team && $0.order == edit.order } ?? false
    }
  }

  /// Townships that would have no visit in the round any more.
  ///
  /// Stops of days gone by count as made only where no visit of the round is known at all.
  private static func leftOut(
    _ edited: EditedDay, _ current: EarlierPlan, _ history: VisitHistory, _ facts: Facts
  ) -> [EditConflict] {
    let dropped = edited.edits.filter { $0.kind == .drop }
    guard !dropped.isEmpty else { return [] }
    let gone = Set(dropped.map(\.target))
    let visited = Set(
      facts.townships.indices.filter { history.inRound[$0] > 0 }.map { facts.townships[$0].code })
    let isKnown = !history.targetsInRound.isEmpty
    let rest = current.stops.filter {
      !gone.contains($0.target) && (!isKnown || $0.day >= edited.day)
    }
    var left = Set(rest.compactMap(\.township))
    left.formUnion(edited.lists.values.joined().compactMap(\.township))
    var told: Set<String> = []
    return dropped.compactMap { edit in
      guard let township = edit.township, !left.contains(township), !visited.contains(township),
        told.insert(township).inserted
      else { return nil }
      return EditConflict(cause: .townshipLeftOut(township), team: edit.team, edit: edit)
    }
  }

  /// Nobody local may choose: a site drawn by lot is not taken out in silence.
  private static func drawn(_ edits: [PlanEdit], _ reason: String) -> [EditConflict] {
    edits.filter { $0.kind == .drop && $0.before?.basis == .random }.map { edit in
      EditConflict(
        cause: edit.note.isEmpty && reason.isEmpty ? .drawnWithoutReason : .drawn, team: edit.team,
        edit: edit)
    }
  }

  private static func overrun(_ day: TeamDayMeasure) -> [EditConflict] {
    var conflicts: [EditConflict] = []
    // A day that was too long already, by other ways than planned, is no fault of the edits.
    if day.seconds > day.longest, day.seconds > day.secondsBefore {
      conflicts.append(
        EditConflict(
          cause: .tooLong(seconds: day.seconds, limit: day.longest), team: day.team))
    }
    if day.stops > day.mostStops, day.stops > day.stopsBefore {
      conflicts.append(
        EditConflict(cause: .tooMany(visits: day.stops, limit: day.mostStops), team: day.team))
    }
    return conflicts
  }

  private static func measure(
    _ edited: EditedDay, _ round: CampaignRound, _ facts: Facts, _ settings: PlanSettings,
    _ roads: (any RoadNetwork)?
  ) throws -> [TeamDayMeasure] {
    let before = Dictionary(grouping: edited.before, by: \.team)
    return try edited.changedTeams.compactMap { id in
      guard let team = facts.teams.first(where: { $0.id == id }) else { return nil }
      let planned = (before[id] ?? []).sorted { $0.order < $1.order }.compactMap(\.position)
      let listed = (edited.lists[id] ?? []).map(\.position)
      return TeamDayMeasure(
        team: id, stopsBefore: planned.count, stops: listed.count,
        secondsBefore: try seconds(planned, of: team, settings, roads),
        seconds: try seconds(listed, of: team, settings, roads),
        mostStops: settings.visits(of: team, on: edited.day, in: round),
        longest: Int(settings.dayHours * 3600))
    }
  }

  /// Seconds from a team's base over places and back, visits included.
  private static func seconds(
    _ places: [Coordinate], of team: Team, _ settings: PlanSettings, _ roads: (any RoadNetwork)?
  ) throws -> Int {
    guard !places.isEmpty else { return 0 }
    let all = places + [team.base]
    let travel: TravelTimes
    if let times = roads?.drivingTimes(team: team.id, places: all) {
      travel = try TravelTimes(matrix: times.seconds, count: times.count)
    } else {
      travel = try TravelTimes(
        longitudes: all.map(\.x), latitudes: all.map(\.y), detour: settings.detour,
        speedKMH: settings.speedKMH)
    }
    var (node, clock) = (places.count, 0)
    for place in Array(places.indices) + [places.count] {
      clock += Int(travel.seconds(from: node, to: place))
      node = place
    }
    return clock + places.count * settings.serviceMinutes * 60
  }
}
