import CampaignData

/// A visit that was made, with why and by what expectation.
struct SimulatedVisit: Sendable {
  var visit: Visit
  /// Index of the site; nil: a search or a patrol.
  var site: Int?
  var basis: Basis
  /// The chance of a problem that its plan gave.
  var chance: Double
  /// The probability with which the round's draw takes the site.
  var probability: Double?
  var township: Int
  /// A verification of problems that were found before, which is no search for new ones.
  var isRecheck: Bool
  /// How severe the problem is that it found, which nobody had found before; nil without one.
  var severity: String?

  /// Whether it looked for problems and found one.
  var isHit: Bool { severity != nil && !isRecheck }
}
