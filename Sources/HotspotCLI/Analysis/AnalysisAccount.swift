import Geo
import Publishing

/// What an analysis came to, for people and programs.
struct AnalysisAccount {
  /// The file written.
  let output: String
  /// How many points counted.
  private(set) var used: Int
  /// How many lay outside of the study area.
  private var outside = 0
  /// How many have no place in the plane.
  private let unplaced: Int
  private let count: PointTable.Count
  private let plane: AnalysisPlane
  /// What the analysis found, behind what is common to all.
  var members: [JSONText.Member] = []
  /// What a reader should know.
  var remarks: [AnalysisRemark] = []
  /// What was odd about the files.
  var warnings: [String]

  /// Counts the points used: those with a place in the plane.
  init(output: String, table: PointTable, points: WeightedPoints, plane: AnalysisPlane) {
    self.output = output
    self.plane = plane
    count = table.count
    warnings = table.warnings
    used = points.xs.indices.count { points.xs[$0].isFinite && points.ys[$0].isFinite }
    unplaced = table.count.used - used
  }

  /// Takes points out of those used.
  mutating func leaveOut(outside count: Int) {
    outside += count
    used -= count
  }

  /// Notes where a ratio was not given.
  mutating func note(thin: Int, of places: String) {
    guard thin > 0 else { return }
    remarks.append(
      AnalysisRemark(
        "thin_denominator",
        "at \(thin) \(places) the denominator is below five points within a bandwidth: no ratio"
          + " is given there"))
  }

  /// The plane's name.
  private var system: String { plane.system?.description ?? "unknown, in metres" }

  /// Prints remarks to standard error, the account to standard output.
  func tell(_ console: Console) {
    console.say(
      zh: "坐标系：\(system)（\(plane.reason)）",
      en: "measured in \(system): \(plane.reason)")
    for warning in warnings { console.warn(warning) }
    for remark in remarks { console.warn(remark.message) }
    let all: [JSONText.Member] =
      [
        .init("output", .string(output)), .init("read", .integer(count.read)),
        .init("used", .integer(used)), .init("blank", .integer(count.blank)),
        .init("unreadable", .integer(count.unreadable)), .init("unplaced", .integer(unplaced)),
        .init("outside", .integer(outside)),
        .init("crs", .string(system)),
      ] + members
    guard output != "-" else {
      console.say(zh: text(all), en: text(all))
      return
    }
    console.result(
      text(all) + "\n",
      json: .object(
        all + [
          .init("remarks", .array(remarks.map(\.json))),
          .init("warnings", .array(warnings.map { .string($0) })),
        ]))
  }

  /// A line for each member.
  private func text(_ members: [JSONText.Member]) -> String {
    members.map { member in
      let value = if case .string(let text) = member.value { text } else { member.value.compact }
      return "\(member.name): \(value)"
    }.joined(separator: "\n")
  }
}
