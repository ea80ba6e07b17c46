import Geo

/// An invented site before it becomes a fact.
struct DemoSite: Sendable {
  /// Its place in the plane.
  var place: Coordinate
  var township: Int
  /// The hot cell that holds it, by index; nil outside hot cells.
  var hotCell: Int?
  var kind: Kind
  /// Key of the branch of industry; nil for villages and fields.
  var industry: String?
  /// Key of the ledger that lists it; nil: on none.
  var ledger: String?
  /// Key of its status.
  var status: String

  /// What it is: the keys of the vocabulary `site_kind`.
  enum Kind: String, Sendable, CaseIterable {
    case firm, boiler, kiln, mine
    case buildingSite = "building_site"
    case port, village, field

    /// Whether it burns or makes something, so that it has a meter of interest.
    var isIndustrial: Bool { self == .firm || self == .boiler || self == .kiln || self == .mine }
  }

  /// Listed plants are metered.
  var isMetered: Bool { ledger != nil && kind.isIndustrial }

  /// Shut down: nothing to be seen on a visit.
  var isShut: Bool { status == "closed" || status == "banned" || status == "moved" }
}
