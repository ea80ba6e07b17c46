internal import CampaignData
internal import Geo
internal import Inspection

/// A site drawn by lot for a round, as the workspace keeps it.
struct SavedDrawnSite: Sendable {
  var planID: String
  var round: Int
  var site: DrawnSite
  var drawnAsOf: Moment
}

extension SavedDrawnSite: StoredFact {
  static let table = "draws"
  static let columns = [
    "plan_id", "round", "site_id", "team_id", "inclusion_probability", "drawn_as_of",
  ]

  var key: String { planID + "/" + site.siteID }
  var values: [FieldValue] {
    [
      .text(planID), .integer(Int64(round)), .text(site.siteID), .text(site.teamID),
      .real(site.probability), .moment(drawnAsOf),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    planID = try row.text()
    round = try row.integer()
    site = DrawnSite(
      siteID: try row.text(), teamID: try row.text(), probability: try row.real())
    drawnAsOf = try row.moment()
  }

  /// A site of a draw that is being saved with a plan.
  init(_ site: DrawnSite, of draw: RoundDraw, plan: String) {
    planID = plan
    round = draw.round
    self.site = site
    drawnAsOf = draw.drawnAsOf
  }
}
