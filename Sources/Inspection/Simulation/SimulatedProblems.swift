import CampaignData

/// The problems of a simulated campaign: handed over, reported rectified, due for verification,
/// verified.
struct SimulatedProblems: Sendable {
  /// A problem and where it stands.
  private struct Entry: Sendable {
    var due: FieldWork.DueProblem
    /// The newest version that is recorded.
    var problem: FoundProblem
    var isReported = false
    var isClosed = false
  }

  /// A week of verification.
  private struct Week: Sendable {
    var round: Int
    var last: CalendarDate
    /// What was due in it and is not verified yet.
    var open: Set<String>
    var figures: RoundOutcome.Verification
  }

  private var entries: [Entry] = []
  private var places: [String: Int] = [:]
  private var weeks: [Week] = []
  /// Targets with problems that may be verified from a day on.
  private(set) var due: [String: [FieldWork.DueProblem]] = [:]

  /// Problems that nobody has seen put right.
  var open: Int { entries.count { !$0.isClosed } }

  /// The verifications, each with the second of its rounds.
  var verifications: [Int: RoundOutcome.Verification] {
    Dictionary(weeks.map { ($0.round, $0.figures) }, uniquingKeysWith: { first, _ in first })
  }

  /// Records a problem found, and its hand-over on the next morning.
  mutating func add(
    _ due: FieldWork.DueProblem, of visit: Visit, kind: DemoSite.Kind, severity: String,
    to record: inout SimulatedRecord
  ) {
    let handedOver = Moment(visit.visitedAt.date + 1, hour: 10)
    var problem = FoundProblem(
      id: due.id, visitID: visit.id, type: Self.type(of: kind), severity: severity,
      state: ProblemState.open.rawValue, knownAt: visit.knownAt)
    record.add(problem)
    problem.state = ProblemState.handedOver.rawValue
    problem.handedOverAt = handedOver
    problem.deadline =
      handedOver.date + (CampaignData.settings.integer("deadline_days_" + severity) ?? 15)
    problem.knownAt = handedOver
    record.add(problem)
    places[due.id] = entries.count
    entries.append(Entry(due: due, problem: problem))
  }

  private static func type(of kind: DemoSite.Kind) -> String {
    switch kind {
    case .firm: "treatment_not_running"
    case .boiler: "boiler"
    case .kiln: "kiln"
    case .mine: "mine"
    case .buildingSite: "dust"
    case .port: "transport"
    case .village: "coal"
    case .field: "straw"
    }
  }

  /// Cities report on a day what was put right; of what is past its deadline they say so of some that
  /// was not.
  mutating func report(on day: CalendarDate, life: DemoLife, to record: inout SimulatedRecord) {
    for place in entries.indices where !entries[place].isClosed && !entries[place].isReported {
      let due = entries[place].due
      let isPast = entries[place].problem.deadline.map { $0 < day } ?? false
      let isRight = !life.truth.isOpen(due.site, violation: due.violation)
      guard isRight || (isPast && life.truth.isFalselyReported(due.site, due.violation)) else {
        continue
      }
      entries[place].isReported = true
      entries[place].problem.state = ProblemState.rectified.rawValue
      entries[place].problem.knownAt = Moment(day, hour: 16)
      record.add(entries[place].problem)
    }
  }

  /// Takes note of what is due as a week begins; the first week after an even round is that of its
  /// verification.
  mutating func beginWeek(
    _ days: ClosedRange<CalendarDate>, asOf moment: Moment, facts: Facts, verifying round: Int?
  ) {
    let all = DueRechecks(facts: facts, asOf: moment).due(by: days.upperBound)
    due = [:]
    for problem in all {
      guard let place = places[problem.id] else { continue }
      var known = entries[place].due
      known.from = problem.dueFrom
      due[problem.target, default: []].append(known)
    }
    guard let round else { return }
    weeks.append(
      Week(
        round: round, last: days.upperBound, open: Set(all.map(\.id)),
        figures: RoundOutcome.Verification(from: days.lowerBound, due: all.count)))
  }

  /// Records what a verification saw.
  mutating func settle(
    _ due: FieldWork.DueProblem, _ sight: RecheckSight, at moment: Moment,
    in record: inout SimulatedRecord
  ) {
    guard let place = places[due.id] else { return }
    record.add(
      Recheck(
        problemID: due.id, visitedAt: moment, result: sight.result,
        knownAt: Moment(moment.date, hour: 21)))
    // What came back is a problem of its own from then on.
    entries[place].isClosed = sight == .done || sight == .recurred
    if entries[place].isClosed {
      entries[place].problem.state = ProblemState.verified.rawValue
      entries[place].problem.knownAt = Moment(moment.date, hour: 22)
      record.add(entries[place].problem)
    }
    for week in weeks.indices where weeks[week].open.remove(due.id) != nil {
      if moment.date <= weeks[week].last {
        weeks[week].figures.inTime += 1
      } else {
        weeks[week].figures.late += 1
      }
      if sight == .done { weeks[week].figures.done += 1 }
      if sight == .recurred { weeks[week].figures.recurred += 1 }
    }
  }
}
