package import CampaignData

/// Where plans stand in a workspace.
package enum PlanFolder {
  /// A day's lists and routes.
  package static func day(_ date: CalendarDate, in workspace: String) -> String {
    "\(workspace)/plans/\(date)"
  }

  /// A round's lists.
  package static func round(_ number: Int, in workspace: String) -> String {
    "\(workspace)/plans/round-\(number)"
  }

  /// The lists of a secret day plan for its other days, with all its townships and remarks.
  package static func rest(of date: CalendarDate, in workspace: String) -> String {
    "\(workspace)/plans/\(date)-rest"
  }
}
