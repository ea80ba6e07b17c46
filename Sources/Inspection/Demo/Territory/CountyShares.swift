import CampaignData

/// How a city's area and townships are shared among its counties.
struct CountyShares {
  /// The counties from the city's middle outwards: districts 区 first.
  let counties: [County]
  /// Their areas, as shares of the city's.
  let areas: [Double]
  /// Their numbers of townships.
  let townships: [Int]

  /// Units that the plan names apart get their published area and townships; the rest is shared by
  /// chance, districts getting less ground.
  init(quota: CityQuota, random: inout DemoRandom) {
    let all = CampaignData.counties.counties(ofCity: quota.city.code)
    let isDistrict = { (county: County) in county.name.hasSuffix("区") }
    let ordered = all.filter(isDistrict) + all.filter { !isDistrict($0) }
    let named = ordered.map { county in
      CampaignData.namedUnits.first { $0.code == county.code }
    }
    let weights = ordered.map { (isDistrict($0) ? 0.6 : 1) * random.between(0.7, 1.35) }
    let openWeight = zip(weights, named).reduce(0) { $0 + ($1.1 == nil ? $1.0 : 0) }
    let namedArea = named.reduce(0) { $0 + ($1?.areaKM2 ?? 0) }
    let openArea = max(quota.city.areaKM2 - namedArea, 0)
    areas = zip(weights, named).map { weight, unit in
      (unit?.areaKM2 ?? weight / openWeight * openArea) / quota.city.areaKM2
    }
    let namedTownships = named.reduce(0) { $0 + ($1?.townshipCount ?? 0) }
    let open = apportion(
      quota.townships - namedTownships,
      by: zip(weights, named).compactMap { $1 == nil ? $0.squareRoot() : nil }, minimum: 2)
    var rest = open[...]
    townships = named.map { $0?.townshipCount ?? rest.popFirst() ?? 0 }
    counties = ordered
  }
}
