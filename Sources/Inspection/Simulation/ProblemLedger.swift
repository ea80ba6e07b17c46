import CampaignData

/// The problems of a simulated campaign: handed over, due for verification, verified.
struct ProblemLedger: Sendable {
  /// A problem and where it stands.
  private struct Entry: Sendable {
    var due: FieldWork.DueProblem
    var round: Int
    /// The newest version that is recorded.
    var problem: FoundProblem
    /// The last day of the verification that it is due in; nil: in none yet.
    var dueBy: CalendarDate?
    var isClosed = false
  }

  private var entries: [Entry] = []
  private var places: [String: Int] = [:]
  /// The verification of each even round, by round.
  private(set) var verifications: [Int: RoundOutcome.Verification] = [:]

  /// Days that a verification has, and those that a locality has to put a problem right.
  private static let verificationDays = CampaignData.settings["verification_days"]?.integer ?? 7
  private static let correctionDays = 30

  /// Problems that are not verified as put right.
  var open: Int { entries.count { !$0.isClosed } }

  /// Records a problem found, and its hand-over on the next morning.
  mutating func add(
    _ due: FieldWork.DueProblem, of visit: Visit, kind: DemoSite.Kind, random: inout DemoRandom,
    to record: inout SimulatedRecord
  ) {
    let day = visit.visitedAt.date
    let draw = random.unit()
    var problem = FoundProblem(
      id: due.id, visitID: visit.id, type: Self.type(of: kind),
      severity: draw < 0.5 ? "minor" : draw < 0.9 ? "general" : "serious", state: "open",
      knownAt: visit.knownAt)
    record.add(problem)
    problem.state = "handed_over"
    problem.handedOverAt = Moment(day + 1, hour: 10)
    problem.deadline = day + 1 + Self.correctionDays
    problem.knownAt = Moment(day + 1, hour: 10)
    record.add(problem)
    places[due.id] = entries.count
    entries.append(Entry(due: due, round: visit.round, problem: problem))
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

  /// Begins the verification of all that was found up to a round.
  mutating func beginVerification(after round: Int, on day: CalendarDate) {
    var verification = RoundOutcome.Verification(from: day)
    for place in entries.indices
    where !entries[place].isClosed && entries[place].dueBy == nil && entries[place].round <= round {
      entries[place].dueBy = day + (Self.verificationDays - 1)
      verification.due += 1
    }
    verifications[round] = verification
  }

  /// Problems to be verified, by target.
  var due: [String: [FieldWork.DueProblem]] {
    var due: [String: [FieldWork.DueProblem]] = [:]
    for entry in entries where !entry.isClosed && entry.dueBy != nil {
      due[SiteRegister.id(entry.due.site), default: []].append(entry.due)
    }
    return due
  }

  /// Records what a verification saw.
  mutating func settle(
    _ due: FieldWork.DueProblem, _ sight: RecheckSight, at moment: Moment,
    in record: inout SimulatedRecord
  ) {
    guard let place = places[due.id], let dueBy = entries[place].dueBy else { return }
    let known = Moment(moment.date, hour: 21)
    record.add(
      Recheck(
        problemID: due.id, visitedAt: moment, result: Self.result(of: sight), knownAt: known))
    var problem = entries[place].problem
    problem.state = sight == .done ? "verified" : sight == .recurred ? "recurred" : "overdue"
    problem.knownAt = known
    record.add(problem)
    entries[place].problem = problem
    // What was not put right is pressed on there and then; what came back is a new problem.
    entries[place].isClosed = true
    let round = verifications.keys.filter { $0 >= entries[place].round }.min() ?? 0
    if moment.date <= dueBy {
      verifications[round]?.inTime += 1
    } else {
      verifications[round]?.late += 1
    }
    if sight == .done { verifications[round]?.done += 1 }
    if sight == .recurred { verifications[round]?.recurred += 1 }
  }

  private static func result(of sight: RecheckSight) -> String {
    switch sight {
    case .done: "done"
    case .underWay: "partly"
    case .notDone: "not_done"
    case .recurred: "recurred"
    }
  }
}
