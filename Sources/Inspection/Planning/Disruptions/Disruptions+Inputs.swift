extension Disruptions {
  /// What the inputs of a plan's record say, as that plan was told; nil where one cannot be read.
  public init?(_ inputs: [PlanInput]) {
    self.init()
    for input in inputs where input.kind != .earlier {
      guard let day = input.day else { return nil }
      switch input.kind {
      case .out: outages.append(Outage(team: input.subject, from: day))
      case .lost: lostDays.append(LostDay(team: input.subject, day: day))
      case .closed:
        guard let ground = ClosedGround(text: input.note) else { return nil }
        closures.append(Closure(name: input.subject, day: day, areas: ground.areas))
      case .task:
        tasks.append(ManualTask(target: input.subject, note: input.note, day: day))
      case .move:
        guard let task = ManualTask(moving: input.subject, note: input.note, day: day) else {
          return nil
        }
        tasks.append(task)
      case .drop:
        removals.append(Removal(target: input.subject, day: day, note: input.note))
      case .earlier: break
      }
    }
  }
}
