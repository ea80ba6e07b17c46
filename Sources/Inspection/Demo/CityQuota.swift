import CampaignData

/// How much of each kind a city gets in a whole synthetic campaign.
///
/// Totals follow what was published or estimated of the real campaign; each city's part is fixed
/// by the whole, so that a campaign of two cities has them as the campaign of 39 does.
struct CityQuota: Sendable {
  let city: City
  var townships = 0
  var hotCells = 0
  var sites = 0
  var complaints = 0
  var liveAlarms = 0
  var hiddenFirms = 0
  var teams = 0

  /// What the 39 cities have together.
  private enum Total {
    static let townships = 5870
    static let hotCells = 4400
    static let sites = 250_000
    static let complaintsADay = 320
    static let hiddenFirms = 4000
    /// The alarms of a month of 28 days, as published, for one day.
    static let liveAlarmsADay = (CampaignData.figure("live_alarms_month") ?? 0) / 28

    /// A published figure of a region; 0 where the table lacks it.
    static func figure(_ what: String, of region: Region) -> Int {
      Int(CampaignData.figure(what + (region == .fenwei ? "_fenwei" : "_2_26")) ?? 0)
    }
  }

  /// Days on which complaints came in before the round to plan.
  static let complaintDays = 91

  /// Cities known to have fewer than 80 and more than 200 hot cells.
  private static let fewHotCells: Set<String> = ["140300", "140400", "410600", "410900"]
  private static let manyHotCells: Set<String> = ["120000", "130100", "130400", "410100"]

  /// The quotas of all 39 cities, in the order of `CampaignData.cities`; live alarms are those of
  /// `alarmDays` days.
  static func all(alarmDays: Int) -> [CityQuota] {
    var quotas = CampaignData.cities.map { CityQuota(city: $0) }
    fill(&quotas, \.townships, Total.townships) { Double($0.city.townshipCount) }
    let hotCells = apportion(
      Total.hotCells, by: Region.allCases.map { Double(Total.figure("hot_cells", of: $0)) })
    for (region, hotCells) in zip(Region.allCases, hotCells) {
      let members = quotas.indices.filter { quotas[$0].city.region == region }
      var part = members.map { quotas[$0] }
      fill(&part, \.hotCells, hotCells, hotCellWeight)
      fill(&part, \.teams, Total.figure("teams", of: region), minimum: 1) { Double($0.townships) }
      for (index, quota) in zip(members, part) { quotas[index] = quota }
    }
    let townships = Double(Total.townships)
    let hot = Double(Total.hotCells)
    let share = { (quota: CityQuota) in
      0.7 * Double(quota.hotCells) / hot + 0.3 * Double(quota.townships) / townships
    }
    fill(&quotas, \.sites, Total.sites, share)
    fill(&quotas, \.complaints, Total.complaintsADay * complaintDays, share)
    fill(&quotas, \.liveAlarms, Int((Total.liveAlarmsADay * Double(alarmDays)).rounded())) {
      Double($0.hotCells)
    }
    fill(&quotas, \.hiddenFirms, Total.hiddenFirms, share)
    return quotas
  }

  /// The same city with only a part of its sites, complaints, alarms and hidden firms.
  func thinned(to density: Double) -> CityQuota {
    var thin = self
    for path in [\CityQuota.sites, \.complaints, \.liveAlarms, \.hiddenFirms] {
      thin[keyPath: path] = max(1, Int((Double(self[keyPath: path]) * density).rounded()))
    }
    return thin
  }

  private static func hotCellWeight(_ quota: CityQuota) -> Double {
    if fewHotCells.contains(quota.city.code) { return 63 }
    if manyHotCells.contains(quota.city.code) { return 222 }
    return 88 + 3 * quota.city.areaKM2 / 1000
  }

  private static func fill(
    _ quotas: inout [CityQuota], _ path: WritableKeyPath<CityQuota, Int>, _ total: Int,
    minimum: Int = 0, _ weight: (CityQuota) -> Double
  ) {
    let shares = apportion(total, by: quotas.map(weight), minimum: minimum)
    for (index, share) in zip(quotas.indices, shares) { quotas[index][keyPath: path] = share }
  }
}
