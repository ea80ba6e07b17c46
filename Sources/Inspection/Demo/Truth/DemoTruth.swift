public import CampaignData
public import Geo

/// What is really wrong where, in a synthetic campaign.
///
/// Kept outside the workspace: evidence was made from it with noise, and only the scorer may read
/// it. A site violates by a model of latent factors that shares neither form nor numbers with the
/// weights of targeting.
public struct DemoTruth: Sendable, Hashable {
  /// A firm on no list and in no register: no site stands for it.
  public struct HiddenFirm: Sendable, Hashable {
    /// The identifier, `H` and a number.
    public let id: String
    /// Longitude and latitude, WGS-84.
    public let position: Coordinate
    let spell: ViolationSpell
    let isFindable: Bool
  }

  /// What is true of a site.
  struct SiteTruth: Sendable, Hashable {
    let id: String
    /// The chance with which it was drawn.
    let probability: Double
    let spell: ViolationSpell
    /// Whether an inspector who comes by day sees it.
    let isFindable: Bool
  }

  /// The first day of the round to plan.
  public let date: CalendarDate
  /// The firms that no site stands for.
  public let hiddenFirms: [HiddenFirm]
  let sites: [SiteTruth]
  private let indexOfSite: [String: Int]

  init(date: CalendarDate, sites: [SiteTruth], hiddenFirms: [HiddenFirm]) {
    self.date = date
    self.sites = sites
    self.hiddenFirms = hiddenFirms
    indexOfSite = Dictionary(
      zip(sites.map(\.id), sites.indices), uniquingKeysWith: { first, _ in first })
  }

  /// How many sites it knows.
  public var siteCount: Int { sites.count }

  /// How many sites violate when the round to plan begins.
  public var violatingSites: Int { sites.reduce(0) { $0 + ($1.spell.contains(date) ? 1 : 0) } }

  /// The chance with which a site's state was drawn; nil for an unknown one.
  public func probability(_ siteID: String) -> Double? {
    indexOfSite[siteID].map { sites[$0].probability }
  }

  /// Whether a site violates when the round to plan begins; false for an unknown one.
  public func violates(_ siteID: String) -> Bool {
    violates(siteID, on: date)
  }

  /// Whether a site violates on a day; false for an unknown one.
  public func violates(_ siteID: String, on date: CalendarDate) -> Bool {
    indexOfSite[siteID].map { sites[$0].spell.contains(date) } ?? false
  }

  /// Whether an inspector who comes by day finds a problem there; nil for an unknown site.
  public func showsProblem(_ siteID: String, on date: CalendarDate) -> Bool? {
    indexOfSite[siteID].map { sites[$0].isFindable && sites[$0].spell.contains(date) }
  }
}
