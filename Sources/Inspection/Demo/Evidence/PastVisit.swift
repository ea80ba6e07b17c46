import CampaignData

/// A past visit before its outcome is known.
struct PastVisit: Sendable {
  let site: Int
  let team: Int
  let round: Int
  let visitedAt: Moment
}
