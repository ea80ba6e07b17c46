public import CampaignData
public import Geo
public import Inspection

/// A stop of a team's day as its route's file holds it, with what else a team wants to know there.
public struct PlannedStop: Sendable {
  /// The last visit to a stop's site before the plan.
  public struct LastVisit: Sendable, Hashable {
    /// The day.
    public var date: CalendarDate
    /// What it came to (vocabulary `outcome`).
    public var outcome: String

    /// Makes a visit.
    public init(date: CalendarDate, outcome: String) {
      self.date = date
      self.outcome = outcome
    }
  }

  /// The identifier: round, date, team and order.
  public let id: String
  /// The place in the day's order, from 1.
  public let order: Int
  /// The site's identifier, or `search:...` and `patrol:...`.
  public let targetID: String
  /// What it points to.
  public let kind: TargetKind
  /// A name that people know it by.
  public let name: String
  /// County and township; empty outside all.
  public let township: String
  /// The cell's identifier, if it lies in one.
  public let cellID: String?
  /// Why it was chosen.
  public let basis: Basis
  /// Chance of a problem, 0 to 1.
  public let chance: Double
  /// Why it was chosen, a sentence in Chinese and in English.
  public let why: (zh: String, en: String)
  /// The evidence, strongest first, in Chinese and in English.
  public let reasons: [(zh: String, en: String)]
  /// When the team is expected there.
  public let arrival: Moment
  /// Longitude and latitude, WGS-84.
  public let position: Coordinate
  /// For a search or patrol: the nearest sites, nearest first.
  public let nearby: [NearbySite]
  /// The last visit to its site, if one is known.
  public var lastVisit: LastVisit?

  /// The link that opens Amap with the way to it.
  public var navigation: String { AmapLink.navigation(to: place) }

  /// The place for Amap, with its number: the link of a wrong stop is noticed.
  public var place: AmapLink.Place {
    AmapLink.Place(name: "\(order) \(name)", position: position)
  }

  /// Reads a stop's feature; nil for something else.
  init?(_ feature: JSONText) {
    guard let properties = feature["properties"], let id = feature["id"]?.text,
      let order = properties["order"]?.whole, let target = properties["target_id"]?.text,
      let kind = properties["kind"]?.text.flatMap(TargetKind.init),
      let basis = properties["basis"]?.text.flatMap(Basis.init),
      let arrival = properties["arrival"]?.text.flatMap({ Moment($0) }),
      let position = feature["geometry"]?["coordinates"].flatMap(Coordinate.init(geoJSON:))
    else { return nil }
    func text(_ name: String) -> String { MaskedText.masked(properties[name]?.text ?? "") }
    func texts(_ name: String) -> [String] {
      (properties[name]?.items ?? []).map { MaskedText.masked($0.text ?? "") }
    }
    (self.id, self.order, targetID) = (id, order, target)
    (self.kind, self.basis, self.arrival, self.position) = (kind, basis, arrival, position)
    name = text("site")
    township = text("county") + text("township")
    cellID = properties["cell_id"]?.text
    chance = properties["chance"]?.number ?? 0
    why = (text("why_zh"), text("why_en"))
    reasons = Array(zip(texts("reasons_zh"), texts("reasons_en"))).map { (zh: $0.0, en: $0.1) }
    nearby = (properties["nearby"]?.items ?? []).compactMap(NearbySite.init(geoJSON:))
  }
}

extension NearbySite {
  fileprivate init?(geoJSON site: JSONText) {
    guard let id = site["site_id"]?.text, let name = site["name"]?.text,
      let distance = site["distance_m"]?.number, let bearing = site["bearing"]?.number
    else { return nil }
    self.init(siteID: id, name: MaskedText.masked(name), distance: distance, bearing: bearing)
  }
}
