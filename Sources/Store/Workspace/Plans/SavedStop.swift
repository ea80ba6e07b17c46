public import CampaignData
public import Geo
public import Inspection

/// A stop of a plan as the workspace keeps it.
public struct SavedStop: Sendable, Hashable {
  /// The stop's identifier.
  public var id: String
  /// The plan it is of.
  public var planID: String
  /// The team that goes there.
  public var teamID: String
  /// The day.
  public var day: CalendarDate
  /// Position in the day's order, from 1.
  public var order: Int
  /// The site's identifier, or that of a search or patrol target.
  public var siteID: String
  /// A name that people know it by.
  public var name: String
  /// Longitude and latitude, WGS-84.
  public var position: Coordinate
  /// The township's code; nil outside all.
  public var townshipCode: String?
  /// The cell's identifier; nil outside all.
  public var cellID: String?
  /// Why it was chosen.
  public var basis: Basis
  /// The probability with which the round's draw takes the site; nil where it is not known.
  public var inclusionProbability: Double?
  /// Chance of a problem, 0 to 1.
  public var chance: Double
  /// The evidence, strongest first, in Chinese and English.
  public var reasons: [(zh: String, en: String)] {
    reasonTexts.map { text in
      let parts = text.split(separator: "|", maxSplits: 1).map(String.init)
      return (parts.first ?? "", parts.last ?? "")
    }
  }
  /// When the team is expected there.
  public var arrival: Moment

  /// Each reason as stored: Chinese, `|`, English.
  var reasonTexts: [String]
}

extension SavedStop: StoredFact {
  static let table = "stops"
  static let columns = [
    "id", "plan_id", "team_id", "day", "order", "site_id", "name", "township_code", "cell_id",
    "basis", "inclusion_probability", "chance", "reasons", "arrival",
  ]
  static let readsGeometry = true

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(planID), .text(teamID), .text(day.description), .integer(Int64(order)),
      .text(siteID), .text(name), .optional(townshipCode), .optional(cellID),
      .text(basis.rawValue), .optional(inclusionProbability), .real(chance), .list(reasonTexts),
      .moment(arrival),
    ]
  }
  var geometry: Geometry? { .point(position) }

  init(_ row: inout FactRow) throws(StoreError) {
    id = try row.text()
    planID = try row.text()
    teamID = try row.text()
    day = try row.date()
    order = try row.integer()
    siteID = try row.text()
    name = row.optionalText() ?? ""
    townshipCode = row.optionalText()
    cellID = row.optionalText()
    basis = try row.word(Basis.self)
    inclusionProbability = try row.optionalReal()
    chance = try row.real()
    reasonTexts = row.list()
    arrival = try row.moment()
    position = try row.position()
  }

  /// A stop of a plan that is being saved.
  init(_ stop: Stop, plan: String, day: TeamDay, of facts: Facts) {
    let target = stop.target
    id = "\(plan)/\(stop.id)"
    planID = plan
    teamID = facts.teams[day.team].id
    self.day = day.date
    order = stop.order
    siteID = target.id
    name = target.name
    position = target.position
    townshipCode = target.township < 0 ? nil : facts.townships[target.township].code
    cellID = target.cellID
    basis = stop.basis
    inclusionProbability = stop.inclusionProbability
    chance = target.chance
    reasonTexts = target.reasons.map { Self.plain($0.zh) + "|" + Self.plain($0.en) }
    arrival = stop.arrival
  }

  /// A reason without the marks that separate reasons and languages.
  private static func plain(_ text: String) -> String {
    text.replacing(";", with: ",").replacing("|", with: "/")
  }
}
