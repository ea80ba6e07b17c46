/// What of the campaign a layer or a page tells.
enum Resource: String, Sendable, Hashable, CaseIterable {
  /// Borders and the grid.
  case places
  /// Sites, alerts and where complaints gather.
  case evidence
  /// Complaints, one by one.
  case complaints
  /// Which team has which townships, and its base.
  case teams
  /// Which townships have been visited, without what is planned.
  case coverage
  /// Visits that took place.
  case visits
  /// Stops and routes of a day.
  case targets
  /// The record of the audit as published.
  case record
}
