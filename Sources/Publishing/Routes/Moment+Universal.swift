import CampaignData

extension Moment {
  /// As GPX and KML write it, in universal time: `2018-12-23T10:00:00Z`.
  var universal: String {
    // Moments are written in China's time, eight hours ahead.
    String(adding(seconds: -8 * 3600).description.prefix(19)) + "Z"
  }
}
