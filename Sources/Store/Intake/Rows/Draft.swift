internal import CampaignData
internal import Geo

/// A record on its way: its values are read, its place and its table are not settled.
struct Draft: Sendable {
  /// The row as a person counts it.
  let number: Int
  /// A value for each column of the kind, in the kind's order.
  var values: [FieldValue]
  /// Its geometry: as the file has it first, longitude and latitude in WGS-84 once placed.
  var geometry: Geometry?
  /// When it was known.
  var knownAt: Moment
}
