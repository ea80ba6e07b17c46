/// How many problems of a type were found in a city.
public struct ProblemTally: Sendable, Hashable {
  /// The city's code; empty outside all.
  public let cityCode: String
  /// Vocabulary `problem_type`, or as somebody wrote it; empty if nobody said.
  public let type: String
  /// All of them.
  public let count: Int
  /// Those called serious.
  public let serious: Int

  /// Problems of visits by city and type, both ascending.
  static func tallies(
    of problems: [FoundProblem], visits: [WorkedVisits.Row]
  ) -> [ProblemTally] {
    tallies(
      of: problems,
      cities: Dictionary(visits.map { ($0.visitID, $0.cityCode) }) { first, _ in first })
  }

  /// Problems of judged visits by city and type, both ascending.
  public static func tallies(
    of problems: [FoundProblem], judged visits: [JudgedVisit]
  ) -> [ProblemTally] {
    tallies(
      of: problems, cities: Dictionary(visits.map { ($0.id, $0.cityCode) }) { first, _ in first })
  }

  private static func tallies(
    of problems: [FoundProblem], cities: [String: String]
  ) -> [ProblemTally] {
    var counts: [[String]: (all: Int, serious: Int)] = [:]
    for problem in problems {
      guard let city = cities[problem.visitID] else { continue }
      let key = [city, problem.type ?? ""]
      counts[key, default: (0, 0)].all += 1
      if problem.severity == "serious" { counts[key, default: (0, 0)].serious += 1 }
    }
    return counts.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { key in
      let count = counts[key] ?? (0, 0)
      return ProblemTally(cityCode: key[0], type: key[1], count: count.all, serious: count.serious)
    }
  }
}
