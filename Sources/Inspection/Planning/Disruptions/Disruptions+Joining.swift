public import CampaignData

extension Disruptions {
  /// What a plan was told, as its record has it, to make it again.
  ///
  /// - Parameters:
  ///   - inputs: the record.
  ///   - first: the first day of the plan.
  public init(_ inputs: [PlanInput], from first: CalendarDate) {
    self = Self.holding(inputs, from: first)
  }

  /// What an earlier plan of the round was told that still holds from a day on: teams that are out,
  /// and visits added by hand, which a day that has passed leaves to the next.
  ///
  /// Days lost and ground closed belong to their day, and hold when it is planned again.
  static func holding(_ inputs: [PlanInput], from first: CalendarDate) -> Disruptions {
    var disruptions = Disruptions()
    for input in inputs {
      guard let day = input.day else { continue }
      switch input.kind {
      case .out: disruptions.outages.append(Outage(team: input.subject, from: day))
      case .task:
        disruptions.tasks.append(
          ManualTask(target: input.subject, note: input.note, day: max(day, first)))
      case .move:
        if let task = ManualTask(
          moving: input.subject, note: input.note, day: max(day, first))
        {
          disruptions.tasks.append(task)
        }
      case .drop where day == first:
        disruptions.removals.append(
          Removal(target: input.subject, day: day, note: input.note))
      case .lost where day >= first:
        disruptions.lostDays.append(LostDay(team: input.subject, day: day))
      case .closed where day == first:
        guard let ground = ClosedGround(text: input.note) else { continue }
        disruptions.closures.append(
          Closure(name: input.subject, day: day, areas: ground.areas))
      case .earlier, .lost, .closed, .drop: break
      }
    }
    return disruptions
  }

  /// These and others, each once; of two about the same team or target these hold.
  func joined(with others: Disruptions) -> Disruptions {
    var all = self
    let out = Set(outages.map(\.team))
    all.outages += others.outages.filter { !out.contains($0.team) }
    // Who takes a visit out does not want what was added before, and the other way round.
    let told = Set(tasks.map(\.target) + removals.map(\.target))
    all.tasks += others.tasks.filter { !told.contains($0.target) }
    all.removals += others.removals.filter { !told.contains($0.target) }
    all.lostDays += others.lostDays.filter { !lostDays.contains($0) }
    all.closures += others.closures.filter { !closures.contains($0) }
    return all
  }

  /// Throws `PlanError` for a team that is not known and a day that is not planned.
  func check(days: ClosedRange<CalendarDate>, teams: [Team]) throws(PlanError) {
    let known = Set(teams.map(\.id))
    for team in outages.map(\.team) + lostDays.map(\.team) + tasks.compactMap(\.team)
    where !known.contains(team) {
      throw .unknownTeam(team)
    }
    for day in lostDays.map(\.day) + closures.map(\.day) + tasks.map(\.day) + removals.map(\.day)
    where !days.contains(day) {
      throw .outsideRound(day.description)
    }
    for outage in outages where outage.from > days.upperBound {
      throw .outsideRound(outage.from.description)
    }
  }
}
