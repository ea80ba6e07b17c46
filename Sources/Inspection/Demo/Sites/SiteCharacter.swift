import CampaignData
import Geo

/// What a city's sites are: kind, branch of industry, ledger and status by chance.
struct SiteCharacter {
  private let isCoastal: Bool
  private let kindsInHotCells: WeightedChoice
  private let kindsElsewhere: WeightedChoice
  private let industries: WeightedChoice

  /// Cities with a sea port.
  private static let coastal: Set<String> = ["120000", "130200", "130900"]

  /// Chances of the kinds, in hot cells and elsewhere, and of each being on a ledger.
  private static let shares: [(kind: DemoSite.Kind, hot: Double, other: Double, listed: Double)] = [
    (.firm, 0.66, 0.40, 0.205), (.boiler, 0.16, 0.11, 0.30), (.kiln, 0.07, 0.05, 0.34),
    (.mine, 0.006, 0.03, 0.55), (.buildingSite, 0.07, 0.08, 0.25), (.port, 0.001, 0.002, 0.9),
    (.village, 0.025, 0.22, 0.13), (.field, 0.008, 0.108, 0.06),
  ]

  /// Branches of firms and their frequency; a city makes a few of them its own.
  private static let branches: [(key: String, weight: Double)] = [
    ("foundry", 7), ("metalwork", 11), ("machinery", 12), ("building_materials", 11),
    ("chemicals", 7), ("furniture", 6), ("wood", 6), ("coating", 5), ("printing", 4),
    ("plastics", 8), ("rubber", 4), ("textile", 5), ("leather", 2), ("paper", 2), ("food", 6),
    ("vehicle_repair", 6), ("steel", 1.2), ("coking", 0.5), ("cement", 1.3), ("glass", 0.5),
    ("nonferrous", 1), ("carbon", 0.7), ("power", 0.8), ("petrochemicals", 0.6), ("waste", 2),
    ("transport", 2),
  ]

  init(city: City, seed: UInt64) {
    var random = DemoRandom(seed: seed, stream: "character " + city.code)
    isCoastal = Self.coastal.contains(city.code)
    let portFactor = isCoastal ? 4.0 : 0.15
    kindsInHotCells = WeightedChoice(
      Self.shares.map { $0.kind == .port ? $0.hot * portFactor : $0.hot })
    kindsElsewhere = WeightedChoice(
      Self.shares.map { $0.kind == .port ? $0.other * portFactor : $0.other })
    var weights = Self.branches.map(\.weight)
    for _ in 0..<3 { weights[random.below(weights.count)] *= 4 }
    industries = WeightedChoice(weights)
  }

  /// A site of this city by chance.
  func site(
    at place: Coordinate, township: Int, kindOfTownship: TownshipClass, hotCell: Int?,
    random: inout DemoRandom
  ) -> DemoSite {
    let share = Self.shares[(hotCell == nil ? kindsElsewhere : kindsInHotCells).draw(&random)]
    var kind = share.kind
    if kindOfTownship == .street, kind == .field || kind == .mine { kind = .buildingSite }
    let industry = industry(of: kind, &random)
    let ledger = random.chance(share.listed) ? ledger(of: kind, industry, &random) : nil
    return DemoSite(
      place: place, township: township, hotCell: hotCell, kind: kind, industry: industry,
      ledger: ledger, status: status(of: kind, ledger, &random))
  }

  private func industry(of kind: DemoSite.Kind, _ random: inout DemoRandom) -> String? {
    switch kind {
    case .firm: Self.branches[industries.draw(&random)].key
    case .boiler: random.pick(["textile", "food", "paper", "chemicals", "plastics", "other"])
    case .kiln: random.pick(["building_materials", "foundry", "carbon", "nonferrous", "glass"])
    case .mine: "mining"
    case .buildingSite: "construction"
    case .port: "transport"
    case .village, .field: nil
    }
  }

  private func ledger(
    of kind: DemoSite.Kind, _ industry: String?, _ random: inout DemoRandom
  ) -> String {
    switch kind {
    case .firm:
      if industry == "power", random.chance(0.4) { return "small_power" }
      return random.pick([
        "scattered", "scattered", "scattered", "industry", "industry", "industry", "staggered",
        "staggered", "emergency", "emergency", "supervised",
      ])
    case .boiler: return "boilers"
    case .kiln: return random.chance(0.75) ? "kilns" : "staggered"
    case .mine: return "mines"
    case .buildingSite: return "building_sites"
    case .port: return "transport"
    case .village: return "clean_heating"
    case .field: return "straw"
    }
  }

  private func status(
    of kind: DemoSite.Kind, _ ledger: String?, _ random: inout DemoRandom
  ) -> String {
    guard kind.isIndustrial else { return "operating" }
    let draw = random.unit()
    if ledger == "scattered", draw < 0.16 { return "banned" }
    if ledger == "boilers", draw < 0.12 { return "closed" }
    return switch draw {
    case ..<0.87: "operating"
    case ..<0.92: "stopped"
    case ..<0.96: "remediating"
    case ..<0.99: "closed"
    default: "moved"
    }
  }
}
