import CampaignData
import Geo

/// Gives every team its targets, and what it is told about them.
struct OrderAssignment {
  /// For every team: the targets that it may visit, ascending.
  private(set) var candidates: [[Int]]
  /// For every team: what holds for it.
  private(set) var orders: [TeamOrders]
  private(set) var remarks: [PlanRemark] = []
  let force: TeamForce

  private let snapshot: Snapshot
  private let targets: TargetList
  private let days: ClosedRange<CalendarDate>
  private let emergency: EmergencySites

  init(
    snapshot: Snapshot, targets: TargetList, areas: TeamAreas, force: TeamForce,
    days: ClosedRange<CalendarDate>, visited: Set<String>, disruptions: Disruptions,
    earlier: EarlierPlan?, draw: RoundDraw?, rechecks: PlannedRechecks, settings: PlanSettings
  ) throws {
    self.snapshot = snapshot
    self.targets = targets
    self.force = force
    self.days = days
    emergency = EmergencySites(facts: snapshot.facts, days: days, settings: settings)
    let count = snapshot.facts.teams.count
    candidates = [[Int]](repeating: [], count: count)
    orders = force.lostDays.map { TeamOrders(lostDays: $0) }
    let named = names(of: disruptions.tasks, earlier, draw, rechecks)
    assign(areas, visited: visited)
    try add(disruptions.tasks, named, visited: visited)
    if let draw { require(draw, named, areas) }
    verify(rechecks, named, areas, visited: visited)
    if let earlier { recall(earlier, named) }
    try close(disruptions.closures)
    keepOut(disruptions.removals)
    raise()
  }

  /// Targets by identifier, as far as tasks, the earlier plan and the draw name them.
  private func names(
    of tasks: [ManualTask], _ earlier: EarlierPlan?, _ draw: RoundDraw?,
    _ rechecks: PlannedRechecks
  ) -> [String: Int] {
    var wanted = Set(tasks.map(\.target))
    for due in rechecks.due { wanted.insert(due.target) }
    for site in draw?.sites ?? [] { wanted.insert(site.siteID) }
    for stop in earlier?.stops ?? [] { wanted.insert(stop.target) }
    guard !wanted.isEmpty else { return [:] }
    var named: [String: Int] = [:]
    for index in 0..<targets.count {
      let id = targets.identifier(at: index)
      if wanted.contains(id), named[id] == nil { named[id] = index }
    }
    return named
  }

  /// The targets in each team's townships that the round has not visited.
  private mutating func assign(_ areas: TeamAreas, visited: Set<String>) {
    var odd = 0
    for index in 0..<targets.count {
      let township = Int(targets.townships[index])
      guard township >= 0, let team = areas.teamOfTownship[township],
        targets.positions[index].isFinite, !targets.isRecheckPlace(at: index),
        visited.isEmpty || !visited.contains(targets.identifier(at: index))
      else { continue }
      guard targets.chances[index] >= 0, targets.chances[index] <= 1 else {
        odd += 1
        continue
      }
      candidates[team].append(index)
    }
    if odd > 0 { remarks.append(.oddChances(count: odd)) }
  }

  /// A task goes to the team that it names, else to that of its township, else to the team with the
  /// nearest base.
  private mutating func add(
    _ tasks: [ManualTask], _ named: [String: Int], visited: Set<String>
  ) throws {
    for task in tasks where !visited.contains(task.target) {
      guard let target = named[task.target], targets.positions[target].isFinite else {
        throw PlanError.unknownTask(task.target)
      }
      let owner = owner(of: target, named: task.team)
      guard let team = owner ?? nearestTeam(to: targets.positions[target]) else {
        remarks.append(.taskMoved(target: task.target, to: nil))
        continue
      }
      if owner == nil {
        candidates[team].append(target)
        candidates[team].sort()
      }
      orders[team].tasks[target] = task.day
      orders[team].notes[target] = task.note
    }
  }

  /// The team that may visit a target; one that is named and can work takes it from another.
  private mutating func owner(of target: Int, named name: String?) -> Int? {
    let owner = candidates.firstIndex { $0.binarySearch(target) }
    guard let name, let team = snapshot.facts.teams.firstIndex(where: { $0.id == name }),
      !force.unable.contains(team), team != owner
    else { return owner }
    if let owner { candidates[owner].removeAll { $0 == target } }
    candidates[team].append(target)
    candidates[team].sort()
    return team
  }

  /// Gives what is to be verified to the team of its township, else to the team with the nearest base.
  ///
  /// Of settled complaints each team checks a few, those that have waited longest.
  private mutating func verify(
    _ rechecks: PlannedRechecks, _ named: [String: Int], _ areas: TeamAreas,
    visited: Set<String>
  ) {
    guard !rechecks.due.isEmpty else { return }
    var owners: [Int: Int] = [:]
    for (team, own) in candidates.enumerated() { for target in own { owners[target] = team } }
    var complaints = [Int](repeating: 0, count: candidates.count)
    for due in rechecks.due where !visited.contains(due.target) {
      guard let target = named[due.target], targets.positions[target].isFinite else { continue }
      let owner = owners[target] ?? team(ofTownship: targets.townships[target], areas)
      guard let team = owner ?? nearestTeam(to: targets.positions[target]) else { continue }
      if due.subject == .complaint {
        guard complaints[team] < rechecks.rules.complaints else { continue }
        complaints[team] += 1
      }
      if owners[target] == nil {
        owners[target] = team
        candidates[team].append(target)
        candidates[team].sort()
      }
      orders[team].verificationDays = rechecks.days
      orders[team].rechecks[target, default: RecheckOrder(rechecks.days)].add(due)
    }
  }

  private func team(ofTownship township: Int32, _ areas: TeamAreas) -> Int? {
    township < 0 ? nil : areas.teamOfTownship[Int(township)]
  }

  /// Keeps visits that were taken out by hand from the first day.
  private mutating func keepOut(_ removals: [Disruptions.Removal]) {
    let removed = Set(removals.filter { $0.day == days.lowerBound }.map(\.target))
    guard !removed.isEmpty else { return }
    for target in 0..<targets.count where removed.contains(targets.identifier(at: target)) {
      for team in candidates.indices where candidates[team].binarySearch(target) {
        orders[team].closed.insert(target)
      }
    }
  }

  private func nearestTeam(to position: Coordinate) -> Int? {
    let teams = snapshot.facts.teams
    return teams.indices.filter { !force.unable.contains($0) }.map {
      (greatCircleDistance(teams[$0].base, position), $0)
    }.min { $0 < $1 }?.1
  }

  private func isUrgent(_ target: Int, on day: CalendarDate) -> Bool {
    targets.site(at: target).map { emergency.contains($0, on: day) } ?? false
  }

  /// True for a stop that the earlier plan has because of a warning that is lifted by its day: it is
  /// not kept for having been planned, so that the day turns back.
  private func isLifted(_ target: Int, on day: CalendarDate, team: Int) -> Bool {
    let city = snapshot.facts.teams[team].cityCode
    return emergency.liftedCities.contains(city)
      && emergency.warnedDays[city]?.contains(day) != true && isUrgent(target, on: day)
      && !orders[team].drawn.contains(target)
  }

  private mutating func recall(_ earlier: EarlierPlan, _ named: [String: Int]) {
    let index = Dictionary(
      snapshot.facts.teams.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let mayVisit = candidates.map(Set.init)
    for stop in earlier.stops where days.contains(stop.day) {
      guard let team = index[stop.team], let target = named[stop.target],
        mayVisit[team].contains(target), !isLifted(target, on: stop.day, team: team)
      else { continue }
      orders[team].earlier[stop.day, default: []].append(target)
    }
  }

  /// Gives drawn sites that are still to be visited to the teams that have their townships now.
  private mutating func require(_ draw: RoundDraw, _ named: [String: Int], _ areas: TeamAreas) {
    for site in draw.sites {
      guard let target = named[site.siteID], targets.townships[target] >= 0,
        let team = areas.teamOfTownship[Int(targets.townships[target])],
        candidates[team].binarySearch(target)
      else { continue }
      orders[team].drawn.insert(target)
    }
  }

  private mutating func close(_ closures: [Disruptions.Closure]) throws {
    for closure in closures {
      let ground = try PolygonIndex(closure.areas)
      var count = 0
      for team in candidates.indices {
        for target in candidates[team] where ground.locate(targets.positions[target]) != nil {
          orders[team].closed.insert(target)
          count += 1
        }
      }
      remarks.append(.closed(name: closure.name, targets: count))
    }
  }

  /// Puts sites of the emergency list and under orders first in cities with a warning.
  private mutating func raise() {
    let facts = snapshot.facts
    guard !emergency.warnedDays.isEmpty else { return }
    var counts: [String: Int] = [:]
    for (team, record) in facts.teams.enumerated() {
      guard let days = emergency.warnedDays[record.cityCode], !force.unable.contains(team) else {
        continue
      }
      var all: Set<Int> = []
      for day in days {
        let urgent = candidates[team].filter { isUrgent($0, on: day) }
        orders[team].urgent[day] = Set(urgent)
        all.formUnion(urgent)
      }
      counts[record.cityCode, default: 0] += all.count
    }
    for (city, count) in counts.sorted(by: { $0.key < $1.key }) {
      remarks.append(.urgent(city: city, targets: count))
    }
  }
}

extension [Int] {
  /// True if an ascending array holds a number.
  fileprivate func binarySearch(_ number: Int) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
