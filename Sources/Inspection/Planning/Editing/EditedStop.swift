public import Geo

/// A row of a day's list as somebody gives it back.
public struct EditedStop: Sendable, Hashable {
  /// The row of the file, for messages.
  public var row: Int
  /// Identifier of the team that is to go.
  public var team: String
  /// Place in the team's day; nil: after all others.
  public var order: Int?
  /// The target's identifier, as in the table `stops`, or `task:LON,LAT`.
  public var target: String
  /// A name that people know it by.
  public var name: String
  /// Longitude and latitude, WGS-84.
  public var position: Coordinate
  /// Code of its township; nil outside all.
  public var township: String?
  /// True if the row says not to go there.
  public var isDropped: Bool
  /// Why, in the words of whoever changed it.
  public var note: String

  /// Makes a row.
  public init(
    row: Int, team: String, order: Int?, target: String, name: String, position: Coordinate,
    township: String?, isDropped: Bool = false, note: String = ""
  ) {
    self.row = row
    self.team = team
    self.order = order
    self.target = target
    self.name = name
    self.position = position
    self.township = township
    self.isDropped = isDropped
    self.note = note
  }
}
