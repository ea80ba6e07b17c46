import CampaignData
import Foundation
import Geo
import Inspection

@testable import Store

/// A campaign of two cities in a workspace of its own, with a round that can be sealed and planned in
/// a moment.
final class AuditCampaign {
  static let sealed = Moment(CalendarDate(daysSince1970: 17_887), hour: 18)  // 2018-12-22
  static let program = "0.1.0"
  let folder: WorkspaceFolder
  var workspace: Workspace
  /// The clock of the machine, by which entries are dated.
  let clock = Moment(CalendarDate(daysSince1970: 18_000))

  init(known: Moment = Moment(CalendarDate(daysSince1970: 17_683))) throws {
    folder = try WorkspaceFolder()
    let made = try folder.workspace()
    workspace = try Workspace.open(
      at: made.folder,
      environment: ["HOTSPOT_KEYS": folder.path(of: "keys"), "HOTSPOT_ITERATIONS": "0"])
    let facts = Self.facts(known: known)
    try workspace.write { try $0.append(facts, from: "test", importedAt: Self.sealed) }
  }

  /// Opens the workspace again with other settings.
  func reopen(_ settings: [String: String] = [:]) throws {
    var variables = ["HOTSPOT_KEYS": folder.path(of: "keys"), "HOTSPOT_ITERATIONS": "0"]
    variables.merge(settings) { $1 }
    workspace = try Workspace.open(at: workspace.folder, environment: variables)
  }

  private static func facts(known: Moment) -> Facts {
    var facts = Facts()
    for (city, west) in [("130100", 114.4), ("130400", 114.9)] {
      let county = String(city.prefix(4)) + "02"
      for number in 0..<6 {
        let corner = Coordinate(
          west + 0.08 * Double(number % 3), 37.9 + 0.08 * Double(number / 3))
        facts.townships.append(
          Township(
            code: "\(county)\(100 + number)", name: "第\(number)镇", countyCode: county,
            county: "县", cityCode: city, source: "synthetic", area: square(corner),
            knownAt: known))
        for site in 0..<8 {
          facts.sites.append(
            Site(
              id: "S\(city)-\(number)-\(site)", name: "厂\t\(number)\\\(site)",
              position: Coordinate(corner.x + 0.005 + 0.009 * Double(site), corner.y + 0.03),
              ledger: "boilers", knownAt: known.adding(seconds: site * 86_400)))
        }
      }
      for team in 1...2 {
        facts.teams.append(
          Team(
            id: "\(city)-0\(team)", name: "\(team)组", cityCode: city, countyCodes: [county],
            base: Coordinate(west + 0.06 * Double(team), 37.98), knownAt: known))
      }
    }
    return facts
  }

  private static func square(_ corner: Coordinate) -> MultiPolygon {
    let (east, north) = (corner.x + 0.08, corner.y + 0.08)
    return MultiPolygon([
      Polygon(exterior: [
        corner, Coordinate(east, corner.y), Coordinate(east, north), Coordinate(corner.x, north),
        corner,
      ])
    ])
  }

  @discardableResult
  func seal(_ round: Int = 14, beacon: String? = nil, again: String? = nil) throws -> RecordLine {
    try workspace.seal(
      round: round, asOf: Self.sealed, beacon: beacon, again: again, program: Self.program,
      at: clock)
  }

  /// Plans as the command does, with a small file in the place of lists.
  @discardableResult
  func plan(
    day: CalendarDate? = nil, asOf moment: Moment, told: Disruptions = Disruptions(),
    change: PlanProvenance.Change? = nil
  ) throws -> Plan {
    let sealed = try require(try workspace.sealedRound(14))
    let facts = try workspace.recordedFacts(asOf: moment)
    let snapshot = try Snapshot(asOf: moment, facts: facts.facts)
    let weights = try workspace.evidenceWeights()
    let targets = try Targeting.targets(of: snapshot, weights: weights)
    var settings = workspace.sealedSettings(weights)
    settings.seed = sealed.secret.solverSeed(round: 14)
    let earlier = try day.flatMap {
      try workspace.planBefore($0, inRound: 14, asOf: moment).map(workspace.earlierPlan)
    }
    let draw = try day.flatMap {
      try workspace.draw(ofRound: 14, for: $0, asOf: moment, startingFrom: earlier?.id)
    }
    let context = PlanContext(
      earlier: earlier, disruptions: told, draw: draw, secret: sealed.secret)
    let plan =
      try day.map {
        try Planner.planDay(
          $0, snapshot: snapshot, targets: targets, settings: settings, context: context)
      }
      ?? Planner.planRound(
        14, snapshot: snapshot, targets: targets, settings: settings, context: context)
    try workspace.save(plan, of: snapshot)
    let place = "plans/\(day?.description ?? "round-14")"
    let list = try write(plan, to: place)
    try workspace.record(
      plan, of: snapshot,
      from: PlanProvenance(
        sealed: sealed, facts: facts, settings: settings, weights: weights.canonicalText,
        earlier: earlier?.id, lastRound: nil, draw: draw?.planID, travel: "straight",
        change: change, program: Self.program),
      folder: place, files: [("\(place)/targets.csv", SHA256.hexadecimal(of: list))], at: clock)
    return plan
  }

  private func write(_ plan: Plan, to place: String) throws -> [UInt8] {
    let path = workspace.folder + "/" + place
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let list = plan.teamDays.flatMap(\.stops).map { "\($0.id),\($0.target.id)\n" }.joined()
    try Data(list.utf8).write(to: URL(fileURLWithPath: path + "/targets.csv"))
    return Array(list.utf8)
  }

  /// What a check of the record finds that should not be.
  func faults(head: String? = nil) throws -> [String] {
    try check(head: head).findings.filter(\.isFault).map(\.en)
  }

  func check(head: String? = nil) throws -> AuditReport {
    var check = try AuditCheck(AuditRecord(at: workspace.folder), in: workspace)
    return try check.run(head: head)
  }

  /// Where plans made again differ from the record; an outsider's folder has no workspace.
  func differences(at root: String? = nil) throws -> [String] {
    let record = try AuditRecord(at: root ?? workspace.folder)
    return try record.plans.flatMap {
      try PlanRepetition($0.plan, of: record, in: root == nil ? workspace : nil).run()
        .discrepancies.map(\.text)
    }
  }

  private func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw CocoaError(.coderValueNotFound) }
    return value
  }
}
