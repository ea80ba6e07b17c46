/// Why a day's list as edited cannot simply be carried out.
public struct EditConflict: Sendable, Hashable {
  /// What stands against it.
  public enum Cause: Sendable, Hashable {
    /// The plan has been made anew since, and changed the same stop: what it has now, if anything.
    case remade(now: EarlierPlan.Stop?)
    /// Nobody would visit a township in the round that the plan visits: its code.
    case townshipLeftOut(String)
    /// The team would be out for longer than a day: seconds, and the most there are.
    case tooLong(seconds: Int, limit: Int)
    /// The team would make more visits than it can.
    case tooMany(visits: Int, limit: Int)
    /// A site drawn by lot is taken out, and nobody says why.
    case drawnWithoutReason
    /// A site drawn by lot is taken out; told even with a reason.
    case drawn
    /// It has been visited in the round already.
    case visited
  }

  /// What stands against it.
  public var cause: Cause
  /// The team whose day it is about.
  public var team: String
  /// The change that brings it about; nil for a day as a whole.
  public var edit: PlanEdit?

  /// One word for programs.
  public var word: String {
    switch cause {
    case .remade: "remade"
    case .townshipLeftOut: "township_left_out"
    case .tooLong: "too_long"
    case .tooMany: "too_many"
    case .drawnWithoutReason: "drawn_without_reason"
    case .drawn: "drawn"
    case .visited: "visited"
    }
  }

  /// False for what is only said aloud.
  public var isInTheWay: Bool { cause != .drawn }
}
