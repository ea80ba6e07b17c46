public import CampaignData
public import Geo

/// A visit that somebody adds, or gives to another team, by hand: made on its day if that can be done
/// at all, and marked.
public struct ManualTask: Sendable, Hashable {
  /// What is to be visited: a site's identifier, or `task:LON,LAT` for a place that is none.
  public var target: String
  /// Longitude and latitude, WGS-84, of a place that is no site; nil for a site.
  public var position: Coordinate?
  /// Why, in the words of whoever added it.
  public var note: String
  /// The day.
  public var day: CalendarDate
  /// Identifier of the team that is to go; nil: the team of its township.
  public var team: String?

  /// A visit to a site.
  public init(site: String, note: String = "", day: CalendarDate, team: String? = nil) {
    target = site
    position = nil
    self.note = note
    self.day = day
    self.team = team
  }

  /// A visit to a place.
  public init(
    position: Coordinate, note: String = "", day: CalendarDate, team: String? = nil
  ) {
    target = "\(Self.prefix)\(position.x),\(position.y)"
    self.position = position
    self.note = note
    self.day = day
    self.team = team
  }

  /// What the identifiers of places begin with.
  static let prefix = "task:"

  /// A task as an earlier plan has it: a site, or a place by its identifier.
  public init(target: String, note: String, day: CalendarDate, team: String? = nil) {
    self.target = target
    self.note = note
    self.day = day
    self.team = team
    let parts = target.dropFirst(Self.prefix.count).split(separator: ",").map { Double($0) }
    if target.hasPrefix(Self.prefix), parts.count == 2, let x = parts[0], let y = parts[1] {
      position = Coordinate(x, y)
    } else {
      position = nil
    }
  }
}

extension ManualTask {
  /// What an input of kind `move` says: the team, then the note.
  init?(moving target: String, note: String, day: CalendarDate) {
    guard let end = note.firstRange(of: Self.teamEnd) else { return nil }
    self.init(
      target: target, note: String(note[end.upperBound...]), day: day,
      team: String(note[..<end.lowerBound]))
  }

  /// As an input of a plan's record.
  var input: PlanInput {
    guard let team else { return PlanInput(kind: .task, subject: target, day: day, note: note) }
    return PlanInput(kind: .move, subject: target, day: day, note: team + Self.teamEnd + note)
  }

  private static let teamEnd = ": "
}
