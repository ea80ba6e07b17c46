import CampaignData
import Geo

/// A stop as a sheet shows it: what its route's file holds, with what else the team wants to know.
public struct SheetStop: Sendable {
  /// Facts of one table behind a stop.
  public struct Evidence: Sendable, Hashable {
    /// The table, as in `complaints`.
    public let table: String
    /// Identifiers, in the order of the reasons.
    public let facts: [String]
  }

  /// The stop.
  public let planned: PlannedStop
  /// The names of its county and township; nil outside of all.
  public let place: (county: String, township: String)?
  /// The code of its township; nil outside of all.
  public let townshipCode: String?
  /// Whose border its township has (vocabulary `township_source`); nil outside of all.
  public let townshipSource: String?
  /// Metres from the place before it, as the crow flies.
  public let distance: Double
  /// The facts behind its reasons by table; texts of complaints are not among them.
  public let evidence: [Evidence]

  init(_ planned: PlannedStop, from start: Coordinate, feature: JSONText?) {
    self.planned = planned
    let properties = feature?["properties"]
    place = properties?["county"]?.text.flatMap { county in
      properties?["township"]?.text.map { (county, $0) }
    }
    townshipCode = feature?["properties"]?["township_code"]?.text
    townshipSource = feature?["properties"]?["township_source"]?.text
    distance = start.isFinite ? Geodesic.distance(start, planned.position) : 0
    evidence = Self.evidence(feature)
  }

  /// The link of the stop's QR code; the name is cut so that the code's modules stay large.
  public var navigation: String {
    AmapLink.navigation(to: AmapLink.Place(name: shortName, position: planned.position))
  }

  /// How many letters of a name a code's link holds.
  static let longestName = 8

  private var shortName: String {
    // What a demo adds to names says nothing of the place.
    let name = planned.name.replacing("（示例）", with: "")
    let short = name.count > Self.longestName ? name.prefix(Self.longestName - 1) + "…" : name[...]
    return "\(planned.order) \(short)"
  }

  private static func evidence(_ feature: JSONText?) -> [Evidence] {
    var tables: [String] = []
    var facts: [String: [String]] = [:]
    for reason in feature?["properties"]?["evidence"]?.items ?? [] {
      guard let table = reason["table"]?.text else { continue }
      if facts[table] == nil { tables.append(table) }
      for fact in (reason["facts"]?.items ?? []).compactMap(\.text)
      where facts[table]?.contains(fact) != true {
        facts[table, default: []].append(MaskedText.masked(fact))
      }
    }
    return tables.map { Evidence(table: $0, facts: facts[$0] ?? []) }
  }
}
