import Publishing
import Routing

/// A solution in the names of the file that its problem was read from.
struct SolutionDocument {
  private let instance: SolvableInstance
  private let solution: OrienteeringSolution
  private let seconds: Double?

  /// - Parameter seconds: Processor time taken, or nil for a document that depends on the instance,
  ///   the settings and the seed alone.
  init(_ solution: OrienteeringSolution, of instance: SolvableInstance, seconds: Double?) {
    self.solution = solution
    self.instance = instance
    self.seconds = seconds
  }

  /// `{"prize","bound","covered","uncovered","routes","seconds","iterations"}`.
  var json: JSONText {
    let uncovered = solution.groupsMissing
    return .object([
      .init("prize", prize(solution.prize)),
      .init("bound", prize(solution.bound)),
      .init("covered", .integer(instance.problem.groupMinimum.count - uncovered.count)),
      .init("uncovered", .array(uncovered.map(JSONText.integer))),
      .init("routes", .array(routes)),
      .init("seconds", seconds.map { .decimal($0, places: 3) } ?? .null),
      .init("iterations", .integer(solution.iterations)),
    ])
  }

  private var routes: [JSONText] {
    zip(instance.trips, solution.routes).filter { !$0.1.isEmpty }.map { trip, route in
      .object([
        .init("team", trip.team.json), .init("day", .integer(trip.day)),
        .init("stops", .array(route.map { instance.stops[$0].json })),
      ])
    }
  }

  private func prize(_ value: Int64) -> JSONText {
    guard instance.prizeScale > 1 else { return .integer(Int(value)) }
    return .decimal(Double(value) / Double(instance.prizeScale), places: 6)
  }

  /// What was reached and how far from perfect it can be; each rule that is not met, with the reason.
  func describe(_ record: inout AnalysisRecord) {
    let gap =
      solution.bound > 0
      ? 100 * Double(solution.bound - solution.prize) / Double(solution.bound) : 0
    let percent = JSONText.decimal(gap, places: 2).compact
    record.note(
      "result",
      zh: "价值 \(prize(solution.prize).compact)，上界 \(prize(solution.bound).compact)，"
        + "距上界不超过 \(percent) %。",
      en: "Prize \(prize(solution.prize).compact), bound \(prize(solution.bound).compact):"
        + " at most \(percent) % short of the best.")
    for reason in Shortfall.Reason.allCases { describe(reason, &record) }
  }

  /// Names the groups that are not met for one reason.
  private func describe(_ reason: Shortfall.Reason, _ record: inout AnalysisRecord) {
    let short = solution.shortfalls.filter { $0.reason == reason }
    guard let first = short.first else { return }
    let names = short.compactMap { shortfall in
      if case .group(let group) = shortfall.subject {
        instance.groups[group].description
      } else {
        nil
      }
    }
    let list = names.joined(separator: ", ")
    record.warn(
      "uncovered", zh: "\(names.count) 个乡镇未覆盖（\(reason.zh)）：\(list)。",
      en: "\(names.count) townships are not covered (\(first.advice)): \(list).")
  }
}

extension Shortfall.Reason {
  /// The reason in Chinese.
  fileprivate var zh: String {
    switch self {
    case .tooFewSites: "没有候选点"
    case .outOfReach: "一天之内无法往返"
    case .tooFewVisits: "要求多于可走访次数"
    case .noTimeLeft: "时间不够"
    }
  }
}
