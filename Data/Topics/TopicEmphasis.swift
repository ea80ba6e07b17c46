/// How much the plan wants of a topic in some months, everywhere or in some places.
public struct TopicEmphasis: Sendable, Hashable {
  /// How much, from most to least; a topic without a line is `usual`.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// Named for the month by annex 1.
    case main
    /// Looked at beside what is named.
    case also
    /// Nothing special.
    case usual
    /// Only while a heavy-pollution warning is in force, which then puts it first.
    case onWarning = "on_warning"
    /// What it asks for holds at another time of the year.
    case outOfSeason = "out_of_season"

    /// The key of the evidence weight; nil for levels that change no chance.
    public var weightKey: String? {
      switch self {
      case .main: "topic_in_season"
      case .also: "topic_also"
      case .usual, .onWarning: nil
      case .outOfSeason: "topic_out_of_season"
      }
    }

    /// The larger, the more is wanted.
    public var rank: Int {
      switch self {
      case .main: 2
      case .also: 1
      case .usual, .onWarning: 0
      case .outOfSeason: -1
      }
    }
  }

  /// Key of the topic 督查内容.
  public let topic: String
  /// The months that it holds in.
  public let months: [CalendarMonth]
  /// Regions and codes of cities; empty: everywhere.
  public let places: [String]
  /// How much.
  public let level: Level
  /// The paragraph of the plan, or why it is assumed.
  public let source: String

  /// True if it holds in a city; nil: outside all cities.
  public func holds(in city: City?) -> Bool {
    if places.isEmpty { return true }
    guard let city else { return false }
    return places.contains(city.code) || places.contains(city.region.rawValue)
  }

  init?(_ row: EmbeddedRow) {
    let months = row.list("months").compactMap { CalendarMonth($0) }
    guard !row.text("topic").isEmpty, !months.isEmpty,
      let level = Level(rawValue: row.text("level"))
    else { return nil }
    topic = row.text("topic")
    self.months = months
    places = row.list("places")
    self.level = level
    source = row.text("source")
  }
}
