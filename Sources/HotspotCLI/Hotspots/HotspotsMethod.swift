public import ArgumentParser
public import Geo

/// Which local statistic to compute.
enum HotspotsMethod: String, Sendable, CaseIterable {
  case gi
  case giStar = "gi-star"
  case moran
  case geary

  /// The name to show.
  var name: String {
    switch self {
    case .gi: "Gi"
    case .giStar: "Gi*"
    case .moran: "local Moran I"
    case .geary: "local Geary C"
    }
  }

  /// The column that holds the statistic.
  var column: String {
    switch self {
    case .gi, .giStar: "g"
    case .moran: "local_i"
    case .geary: "local_c"
    }
  }

  /// Whether features are classed as hot and cold, not as like and unlike their neighbours.
  var findsHotspots: Bool { self == .gi || self == .giStar }

  /// What is analysed of counts with a population: what Moran and Geary need is that chance weighs
  /// the same everywhere, what hot spots need is a rate that can be mapped.
  var usualRate: RateKind { findsHotspots ? .eb : .ebStandardised }

  /// What is judged by unless the user says: z is nearly normal for Gi, but not for the others.
  var usualBasis: HotspotsBasis { findsHotspots ? .normal : .permutation }
}

/// What p says whether a feature counts.
enum HotspotsBasis: String, Sendable, CaseIterable, ExpressibleByArgument {
  case normal
  case permutation
}

extension MultipleTesting: ExpressibleByArgument {}
