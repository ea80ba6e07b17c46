public import CampaignData
import Geo

/// Plans tours: which city each day, then that day's stops, from the strongest evidence anywhere.
///
/// Groups are planned one after another; what one has on its list is no target of the next. A group
/// inspects one city a day and spends the night there; in the morning of a day in another city it drives
/// there first, which the day's hours pay for. A pure function of its inputs.
public enum TourPlanner {
  /// Plans a tour.
  ///
  /// - Parameters:
  ///   - name: the tour's name, part of its stops' identifiers.
  ///   - cities: where it may go.
  ///   - days: the days, each of them worked.
  ///   - teams: who goes, a group each: indices in `Facts.teams`.
  ///   - visited: identifiers of targets that are out of question: visited in this round.
  /// - Throws: `TourError`, or `ProblemError` for a place off the globe.
  /// - Complexity: at most days x groups x beam x cities solved days.
  public static func plan(
    _ name: String, cities: [TourCity], days: ClosedRange<CalendarDate>, teams: [Int],
    snapshot: Snapshot, targets: TargetList, settings: TourSettings, visited: Set<String> = []
  ) throws -> Tour {
    if let fault = settings.plan.fault { throw TourError.setting(fault) }
    guard settings.expresswayKMH > 0, settings.beam > 0 else {
      throw TourError.setting("expressway_kmh and tour_beam are more than 0")
    }
    let ground = TourGround(
      cities, snapshot: snapshot, targets: targets, reachKM: settings.reachKM, visited: visited)
    guard ground.members.contains(where: { !$0.isEmpty }) else { throw TourError.noEvidence }
    let dates = (0...(days.upperBound - days.lowerBound)).map { days.lowerBound + $0 }
    var solver = TourDaySolver(ground, settings: settings)
    var best: (groups: [Tour.Group], expected: Double) = ([], -1)
    for beam in beams(upTo: settings.beam) {
      let found = try groups(
        name, teams: teams, dates, beam: beam, snapshot.facts, solver: &solver)
      let expected = found.flatMap(\.days).reduce(0) { $0 + $1.expected }
      if expected > best.expected { best = (found, expected) }
    }
    let groups = best.groups
    return Tour(
      cities: cities, groups: groups, madeAsOf: snapshot.asOf,
      seedCommitment: SHA256.hexadecimal(of: Array(String(settings.plan.seed).utf8)),
      settingsHash: SHA256.hexadecimal(of: Array(settings.canonicalText.utf8)),
      bound: ground.bound(days: dates.count * teams.count, limit: settings.limit),
      solvedDays: solver.solved)
  }

  /// 1, 2, 4 and so on: what one group's longer search finds may leave the next less, so that a wider
  /// beam alone need not be better.
  private static func beams(upTo width: Int) -> [Int] {
    var beams = [1]
    while let last = beams.last, last < width { beams.append(min(width, 2 * last)) }
    return beams
  }

  /// Groups one after another, each by the best sequence of a beam.
  private static func groups(
    _ name: String, teams: [Int], _ dates: [CalendarDate], beam: Int, _ facts: Facts,
    solver: inout TourDaySolver
  ) throws -> [Tour.Group] {
    var used: Set<Int> = []
    return try teams.enumerated().map { number, team in
      let sequence = try TourSequences.best(
        days: dates.count, used: used, beam: beam, solver: &solver)
      let timetable = TourTimetable(
        name: name, group: number, teamID: facts.teams[team].id, ground: solver.ground,
        settings: solver.settings)
      var group = Tour.Group(team: team, days: [])
      for (place, city) in sequence.enumerated() {
        let from = place > 0 ? sequence[place - 1] : nil
        let drive = solver.drive(from: from, to: city)
        let seed = solver.settings.plan.seed &+ UInt64(number * 1000 + place)
        let day = try solver.thorough(city, delay: drive, used: used, seed: seed)
        used.formUnion(day.route)
        group.days.append(
          Tour.Day(
            date: dates[place], city: city, from: from, drive: drive,
            list: timetable.day(day.route, dates[place], in: city, from: from, drive: drive)))
      }
      return group
    }
  }
}
