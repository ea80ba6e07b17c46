import CampaignData

/// Where plans stand in a workspace.
enum PlanFolder {
  /// A day's lists and routes.
  static func day(_ date: CalendarDate, in workspace: String) -> String {
    "\(workspace)/plans/\(date)"
  }

  /// A round's lists.
  static func round(_ number: Int, in workspace: String) -> String {
    "\(workspace)/plans/round-\(number)"
  }

  /// The lists of a secret day plan for its other days, with all its townships and remarks.
  static func rest(of date: CalendarDate, in workspace: String) -> String {
    "\(workspace)/plans/\(date)-rest"
  }
}
