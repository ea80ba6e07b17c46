public import CampaignData
public import Geo

/// A visit that somebody adds by hand: made on its day if that can be done at all, and marked.
public struct ManualTask: Sendable, Hashable {
  /// What is to be visited: a site's identifier, or `task:LON,LAT` for a place that is none.
  public var target: String
  /// Longitude and latitude, WGS-84, of a place that is no site; nil for a site.
  public var position: Coordinate?
  /// Why, in the words of whoever added it.
  public var note: String
  /// The day.
  public var day: CalendarDate

  /// A visit to a site.
  public init(site: String, note: String = "", day: CalendarDate) {
    target = site
    position = nil
    self.note = note
    self.day = day
  }

  /// A visit to a place.
  public init(position: Coordinate, note: String = "", day: CalendarDate) {
    target = "\(Self.prefix)\(position.x),\(position.y)"
    self.position = position
    self.note = note
    self.day = day
  }

  /// What the identifiers of places begin with.
  static let prefix = "task:"

  /// A task as an earlier plan has it: a site, or a place by its identifier.
  init(target: String, note: String, day: CalendarDate) {
    self.target = target
    self.note = note
    self.day = day
    let parts = target.dropFirst(Self.prefix.count).split(separator: ",").map { Double($0) }
    if target.hasPrefix(Self.prefix), parts.count == 2, let x = parts[0], let y = parts[1] {
      position = Coordinate(x, y)
    } else {
      position = nil
    }
  }
}
