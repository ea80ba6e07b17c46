/// A site near a target that points to none.
public struct NearbySite: Sendable, Hashable {
  /// The site's identifier.
  public var siteID: String
  /// The site's name.
  public var name: String
  /// Metres on the ground.
  public var distance: Double
  /// Degrees clockwise from north, 0 to 360.
  public var bearing: Double

  /// Makes a nearby site.
  public init(siteID: String, name: String, distance: Double, bearing: Double) {
    self.siteID = siteID
    self.name = name
    self.distance = distance
    self.bearing = bearing
  }
}
