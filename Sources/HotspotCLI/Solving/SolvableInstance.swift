import Foundation
import Routing
import Terminal

/// A problem read from a file, with the names that its solution is told in.
struct SolvableInstance {
  /// One vehicle on one day.
  struct Trip {
    var team: InstanceName
    var day: Int
  }

  let problem: OrienteeringProblem
  /// What each shift of the problem is.
  let trips: [Trip]
  /// What each site of the problem is called.
  let stops: [InstanceName]
  /// What each group of the problem is called.
  let groups: [InstanceName]
  /// What stands for a prize of one: above 1 where prizes are not whole.
  let prizeScale: Int64
  /// Where whole seconds only come close to the file's lengths: those lengths.
  var lengths: RealLengths?

  /// The largest sum of prizes, so that no sum in the search overflows.
  private static let mostPrize = 1e11
  /// Parts of one that prizes are rounded to where they are not whole.
  private static let fraction: Int64 = 1_000_000

  /// Reads a file, or standard input for `-`: an object of JSON is of the inspection family, all else Chao's text.
  /// - Throws: `CommandFailure` naming the file, the place in it, and what was expected.
  static func read(_ path: String, _ record: inout AnalysisRecord) throws -> SolvableInstance {
    let data =
      path == "-"
      ? try FileHandle.standardInput.readToEnd() ?? Data()
      : try Data(contentsOf: URL(fileURLWithPath: path))
    return isJSON(data)
      ? try InspectionInstance(data, path: path).solvable(&record)
      : try ChaoInstance(data, path: path).solvable(&record)
  }

  private static func isJSON(_ data: Data) -> Bool {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    guard let first = data.first(where: { !blanks.contains($0) }) else { return false }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Prizes as whole numbers, and what stands for one.
  /// - Throws: `CommandFailure` for a sum too large to be added exactly.
  static func whole(_ prizes: [Double], file: String) throws -> (prizes: [Int64], scale: Int64) {
    let sum = prizes.reduce(0) { $0 + abs($1) }
    guard sum <= mostPrize else {
      throw CommandFailure(
        status: .badData, message: "the prizes sum up to \(sum), expected at most \(mostPrize)",
        file: file, hint: "Give them in a larger unit.")
    }
    let scale = prizes.allSatisfy { $0 == $0.rounded() } ? 1 : fraction
    return (prizes.map { Int64(($0 * Double(scale)).rounded()) }, scale)
  }

  /// Solves the problem.
  ///
  /// The lengths of the file decide: should a route that fits in whole seconds
  /// be too long by less than those can tell, a few rounds mend it.
  func solved(_ settings: SolverSettings) -> OrienteeringSolution {
    let solution = solve(problem, settings: settings)
    guard let lengths, !lengths.allow(solution.routes) else { return solution }
    var few = settings
    few.iterations = min(settings.iterations, 2000)
    few.cpuSeconds = nil
    var mended = solve(lengths.strict, settings: few, startingFrom: solution.routes)
    mended.bound = solution.bound
    mended.iterations += solution.iterations
    return mended
  }

  /// Says what the problem holds that cannot be planned as it stands.
  func examine(_ record: inout AnalysisRecord) {
    let negative = problem.sites.count { $0.prize < 0 }
    if negative > 0 {
      record.warn(
        "negative_prizes", zh: "\(negative) 个点的价值为负：只有覆盖要求需要时才去。",
        en: "\(negative) sites have a negative prize: they are visited only where a rule asks.")
    }
    if problem.shifts.allSatisfy({ $0.maxVisits == 0 || $0.maxDuration == 0 }) {
      record.warn(
        "no_capacity", zh: "没有任何一天可以出行：方案为空。",
        en: "No day has both time and visits: the plan is empty.")
    }
  }
}
