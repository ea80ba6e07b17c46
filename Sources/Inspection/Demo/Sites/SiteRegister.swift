import CampaignData
import Geo

/// Turns invented sites into facts: identifiers, names, codes, origins.
struct SiteRegister {
  /// The identifier of a site by its index.
  static func id(_ index: Int) -> String { "S" + padded(index + 1, to: 7) }

  /// The index of the site with an identifier; nil for another text.
  static func index(of id: String) -> Int? {
    id.first == "S" ? Int(id.dropFirst()).map { $0 - 1 } : nil
  }

  /// The facts, in the order of the sites, which is that of their identifiers.
  static func facts(
    _ sites: [DemoSite], positions: [Coordinate], ground: DemoTerritory, seed: UInt64,
    knownAt: Moment
  ) -> [Site] {
    var random = DemoRandom(seed: seed, stream: "register")
    var names = DemoSiteNames()
    var codes = CreditCodes(seed: seed)
    let places = ground.townships.map {
      DemoSiteNames.place(county: ground.counties[$0.county].county.name, township: $0.name)
    }
    var facts: [Site] = []
    facts.reserveCapacity(sites.count)
    for (index, site) in sites.enumerated() {
      let county = ground.counties[ground.townships[site.township].county].county
      let name = names.next(for: site, place: places[site.township], random: &random)
      let code =
        random.chance(codeChance(site.kind)) ? codes.next(county: county.code) : nil
      facts.append(
        Site(
          id: id(index), name: name, position: positions[index], kind: site.kind.rawValue,
          topics: topics(site), ledger: site.ledger, status: site.status,
          industry: site.industry, creditCode: code, origin: origin(site, &random),
          countyCode: county.code, knownAt: knownAt))
    }
    return facts
  }

  private static func codeChance(_ kind: DemoSite.Kind) -> Double {
    switch kind {
    case .firm: 0.93
    case .boiler, .kiln, .mine, .port: 0.6
    case .buildingSite: 0.3
    case .village, .field: 0
    }
  }

  private static func origin(_ site: DemoSite, _ random: inout DemoRandom) -> String {
    let draw = random.unit()
    if site.ledger != nil { return draw < 0.7 ? "local" : "ministry" }
    return draw < 0.75 ? "registry" : draw < 0.93 ? "utility" : "public"
  }

  private static func topics(_ site: DemoSite) -> [String] {
    switch site.kind {
    case .firm:
      switch site.ledger {
      case "scattered": ["scattered"]
      case "staggered": ["industry", "staggered"]
      case "emergency": ["industry", "emergency"]
      case nil: ["industry", "scattered"]
      default: ["industry"]
      }
    case .boiler: ["boilers"]
    case .kiln: ["kilns"]
    case .mine: ["mines"]
    case .buildingSite: ["dust"]
    case .port: ["transport"]
    case .village: ["clean_heating"]
    case .field: ["straw"]
    }
  }
}

/// A number with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
