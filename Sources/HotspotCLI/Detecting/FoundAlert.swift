import CampaignData
import Inspection
import Store

/// An alert that a run found.
struct FoundAlert: Sendable, Hashable {
  /// The cell, as an index.
  var cell: Int
  /// The month, or for live alarms the hour.
  var period: String
  var reason: AlertReason
  /// PM2.5 in micrograms per cubic metre.
  var value: Double
  var change: Double?
  /// The rule and its version.
  var rule: String
  var inputHash: String
  /// For a notice: months alerted running, and in all.
  var repeats: Repeats?

  /// How often a cell was alerted.
  struct Repeats: Sendable, Hashable {
    var consecutive: Int
    var total: Int
  }

  static let detectedBy = "hotspot detect alerts"

  /// The fact as a workspace keeps it.
  func fact(of cells: CellLayer, knownAt: Moment) -> Alert {
    let id = cells.ids[cell]
    return Alert(
      id: Alert.identifier(cellID: id, period: period, reason: reason.rawValue), cellID: id,
      period: period, reason: reason.rawValue, value: value.isNaN ? nil : value, change: change,
      issuedAt: knownAt, knownAt: knownAt, detectedBy: Self.detectedBy, ruleVersion: rule,
      inputHash: inputHash)
  }
}
