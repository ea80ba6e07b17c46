/// What somebody who asks the server is in the campaign.
enum Role: String, Sendable, Hashable, CaseIterable {
  /// Plans the work: sees whatever is released, with complaint texts as they came.
  case planner
  /// A team's leader: own targets and routes.
  case team
  /// Studies the campaign: no targets before their day is over.
  case analyst
  /// Checks that the plans are what was sealed.
  case auditor
}
