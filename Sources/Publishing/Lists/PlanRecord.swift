import CampaignData
public import Foundation
import Inspection

/// A plan's record: by what it was made, and what a planner should know.
public enum PlanRecord {
  /// The record `plan.json`.
  static func json(of plan: Plan) -> JSONText {
    .object([
      .init("id", .string(plan.identifier)), .init("round", .integer(plan.round)),
      .init("first_day", .string(plan.days.lowerBound.description)),
      .init("last_day", .string(plan.days.upperBound.description)),
      .init("made_as_of", .string(plan.madeAsOf.description)),
      .init("seed_commitment", .string(plan.seedCommitment)),
      .init("settings_hash", .string(plan.settingsHash)),
      .init("inputs", .array(plan.inputs.map(json(of:)))),
      .init("draw", json(of: plan.draw, plan.response)),
      .init("remarks", .array(plan.remarks.map(json(of:)))),
    ])
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
