import CampaignData

/// What a PDF says of itself.
struct DocumentProperties: Sendable, Hashable {
  var title: String
  var author: String
  var subject: String
  var keywords: String = ""
  /// The program and its version.
  var creator: String
  /// When it was made: that of its contents, so that the same contents give the same bytes.
  var date: Moment
}
