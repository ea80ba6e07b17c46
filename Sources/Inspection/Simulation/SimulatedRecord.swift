import CampaignData

/// What becomes known over a simulated campaign; nothing is ever taken away.
struct SimulatedRecord: Sendable {
  private var facts: Facts
  /// Later versions of complaints, by the complaint's place.
  private var checked: [(place: Int, complaint: Complaint)] = []
  /// All versions of problems, in the order in which they were known.
  private(set) var problems: [FoundProblem] = []

  /// Begins with what was known before.
  init(_ facts: Facts) {
    self.facts = facts
  }

  /// How many visits were made.
  var visitCount: Int { facts.visits.count }

  mutating func add(_ week: LifeEvidence.Week) {
    facts.alerts += week.alerts
    facts.anomalies += week.anomalies
    let first = facts.complaints.count
    facts.complaints += week.complaints
    var place = 0
    for complaint in week.checked {
      while place < week.complaints.count, week.complaints[place].id != complaint.id {
        place += 1
      }
      guard place < week.complaints.count else { break }
      checked.append((first + place, complaint))
    }
  }

  mutating func add(_ visit: Visit) { facts.visits.append(visit) }

  /// A problem, or a new version of one.
  mutating func add(_ problem: FoundProblem) { problems.append(problem) }

  mutating func add(_ recheck: Recheck) { facts.rechecks.append(recheck) }

  /// The facts with the newest version of each that was known by a moment.
  func facts(asOf moment: Moment) -> Facts {
    var known = facts
    for (place, complaint) in checked where complaint.knownAt <= moment {
      known.complaints[place] = complaint
    }
    var order: [String: Int] = [:]
    for problem in problems where problem.knownAt <= moment {
      if let place = order[problem.id] {
        known.problems[place] = problem
      } else {
        order[problem.id] = known.problems.count
        known.problems.append(problem)
      }
    }
    return known
  }
}
