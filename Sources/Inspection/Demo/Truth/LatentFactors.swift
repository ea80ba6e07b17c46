import CampaignData

/// What nobody sees of a site: why it would break the rules.
///
/// None of it is among the evidence, and the weights of targeting know none of it.
struct LatentFactors: Sendable {
  /// How much the owner cares, 0 to 1.
  var diligence: Double
  /// How worn its equipment is, 0 to 1.
  var wear: Double
  /// How closely its county is watched by its own inspectors, 0 to 1.
  var watch: Double
  /// Whether it runs at night.
  var runsAtNight: Bool
  /// How much there is to violate, 0 to 1: a foundry has more than a field.
  var exposure: Double

  /// Draws the factors of every site; a county shares its watchfulness.
  static func draw(
    for sites: [DemoSite], ground: DemoTerritory, seed: UInt64
  ) -> [LatentFactors] {
    var climate = DemoRandom(seed: seed, stream: "climate")
    let watch = ground.counties.map { _ in climate.unit() }
    var random = DemoRandom(seed: seed, stream: "latent factors")
    return sites.map { site in
      LatentFactors(
        diligence: max(random.unit(), random.unit()), wear: random.unit() * random.unit(),
        watch: watch[ground.townships[site.township].county],
        runsAtNight: site.kind.isIndustrial && random.chance(0.14), exposure: exposure(site))
    }
  }

  private static func exposure(_ site: DemoSite) -> Double {
    if site.isShut { return 0.13 }
    let idle = site.status == "stopped" ? 0.44 : 1
    let base: Double =
      switch site.kind {
      case .firm: branch(site.industry)
      case .boiler: 0.63
      case .kiln: 0.86
      case .mine: 0.91
      case .buildingSite: 0.69
      case .port: 0.55
      case .village: 0.28
      case .field: 0.14
      }
    return base * idle
  }

  private static func branch(_ industry: String?) -> Double {
    switch industry {
    case "foundry", "building_materials", "coating", "carbon", "coking": 0.96
    case "furniture", "plastics", "rubber", "chemicals", "wood", "cement", "steel": 0.79
    case "metalwork", "printing", "leather", "waste", "nonferrous", "glass": 0.66
    case "machinery", "textile", "paper", "petrochemicals", "power": 0.52
    default: 0.37
    }
  }
}
