public import Inspection

extension WorkspaceSettings {
  /// What a complete chain of evidence takes.
  public var evidenceRules: EvidenceRules {
    EvidenceRules(
      confirmedMinimum: integer("confirmed_minimum"),
      positionMetres: real("position_evidence_m"))
  }
}

/// The thresholds by which reports of visits are judged: settings of the group `visits`.
struct VisitLimits: Sendable {
  /// Seconds by which the times of one visit may differ.
  let window: Int
  /// Metres within which off-list finds are the same place.
  let findRadius: Double
  /// Metres within which a find is the result of a search or patrol stop.
  let stopReach: Double
  /// Metres from the site at which a position is told.
  let warn: Double
  /// Metres from the site at which a report is kept apart.
  let reject: Double
  /// Metres a second that no team exceeds.
  let speed: Double
  /// Metres nearer than which movements are never told.
  let apart: Double

  /// The settings in force.
  init(_ settings: WorkspaceSettings) {
    window = settings.integer("visit_window_minutes") * 60
    findRadius = settings.real("find_radius_m")
    stopReach = settings.real("stop_reach_m")
    warn = settings.real("position_warn_m")
    reject = settings.real("position_reject_m")
    speed = settings.real("team_speed_kmh") / 3.6
    apart = settings.real("team_apart_m")
  }
}
