import CampaignData
public import Foundation
import Inspection

/// A plan's record: by what it was made, and what a planner should know.
public enum PlanRecord {
  /// The record `plan.json`, with what of the plan may be known.
  static func json(of plan: Plan, _ known: DayDisclosure) -> JSONText {
    let blinding = known.blinding.map { [JSONText.Member("blinding", .string($0))] } ?? []
    return .object(
      [
        .init("id", .string(plan.identifier)), .init("round", .integer(plan.round)),
        .init("first_day", .string(plan.days.lowerBound.description)),
        .init("last_day", .string(plan.days.upperBound.description)),
        .init("made_as_of", .string(plan.madeAsOf.description)),
        .init("seed_commitment", .string(plan.seedCommitment)),
        .init("settings_hash", .string(plan.settingsHash)),
        .init("inputs", .array(known.inputs.map(json(of:)))),
        .init("stops_by_basis", counts(stops(of: known.plan).map(\.basis.rawValue))),
        .init(
          "stops_by_reason",
          counts(stops(of: known.plan).flatMap { Set($0.target.reasons.map(\.key)) })),
        .init("draw", json(of: plan.draw, plan.response)),
        .init("remarks", .array(known.remarks.map(json(of:)))),
      ] + blinding)
  }

  private static func stops(of plan: Plan) -> [Stop] { plan.teamDays.flatMap(\.stops) }

  /// How often each word is there, in the order of the words.
  private static func counts(_ words: [String]) -> JSONText {
    let counts = words.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })
  }

  private static func json(of draw: RoundDraw?, _ response: DrawResponse?) -> JSONText {
    guard let draw, let response else { return .null }
    return .object([
      .init("drawn_as_of", .string(draw.drawnAsOf.description)),
      .init("drawn", .integer(response.drawn)), .init("visited", .integer(response.visited)),
      .init("planned", .integer(response.planned)), .init("gone", .integer(response.gone)),
      .init("unplaced", .integer(response.unplaced)),
    ])
  }

  private static func json(of input: PlanInput) -> JSONText {
    .object([
      .init("kind", .string(input.kind.rawValue)), .init("subject", .string(input.subject)),
      .init("day", .optional(input.day?.description)), .init("note", .string(input.note)),
    ])
  }

  private static func json(of remark: PlanRemark) -> JSONText {
    .object([
      .init("topic", .string(remark.topic)), .init("warning", .bool(remark.isWarning)),
      .init("zh", .string(remark.zh)), .init("en", .string(remark.en)),
    ])
  }

  /// The plan's identifier in a record; nil for something else.
  public static func identifier(in data: Data) -> String? {
    let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return object?["id"] as? String
  }
}
