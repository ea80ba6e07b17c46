import CampaignData

/// How much more readily violations begin at some times of the year, by what a site is.
///
/// The kinds and months are those in which annex 1 of the plan expects trouble: heating and staggered
/// production in winter, building in spring and autumn, straw after the harvests. How much more is an
/// assumption; the weights of targeting do not know it.
struct LifeSeasons: Sendable {
  /// For every site its class.
  let classes: [UInt8]
  /// For every class and day of the simulation: the factor.
  private let factors: [[Double]]
  private let firstDay: CalendarDate

  /// What a site is, as far as the season bears on it.
  private enum Kind: UInt8, CaseIterable {
    case steady, staggered, emergency, building, heating, straw
  }

  init(sites: [DemoSite], days: ClosedRange<CalendarDate>) {
    classes = sites.map { Self.kind($0).rawValue }
    firstDay = days.lowerBound
    factors = Kind.allCases.map { kind in
      (0...(days.upperBound - days.lowerBound)).map { Self.factor(kind, days.lowerBound + $0) }
    }
  }

  /// The factor of each class on a day.
  func factors(on date: CalendarDate) -> [Double] {
    let day = date - firstDay
    return factors.map { $0.indices.contains(day) ? $0[day] : 1 }
  }

  /// The class of sites on the emergency list, which a heavy-pollution warning bears on.
  static let emergencyClass = Kind.emergency.rawValue

  private static func kind(_ site: DemoSite) -> Kind {
    switch site.ledger {
    case "staggered": return .staggered
    case "emergency": return .emergency
    default: break
    }
    return switch site.kind {
    case .buildingSite: .building
    case .village, .boiler: .heating
    case .field: .straw
    case .firm, .kiln, .mine, .port: .steady
    }
  }

  private static func factor(_ kind: Kind, _ date: CalendarDate) -> Double {
    let (_, month, day) = date.parts
    let isHeating =
      (month == 11 && day >= 15) || month == 12 || month <= 2
      || (month == 3 && day <= 15)
    return switch kind {
    case .steady: 1
    case .staggered: isHeating ? 2.6 : 0.8
    case .emergency: isHeating ? 1.3 : 0.9
    case .building: [3, 4, 5, 9, 10].contains(month) ? 1.7 : month <= 2 ? 0.4 : 1
    case .heating: isHeating ? 2.0 : 0.6
    case .straw: month == 6 || month == 10 ? 3.0 : 0.5
    }
  }
}
