internal import CampaignData
internal import Geo
internal import Inspection

/// Finds sites by identifier, credit code, or normalised name within a county or city.
struct SiteRegistry {
  /// How a record names the firm that it is about.
  struct Query {
    /// The site's identifier.
    var id: String?
    /// The unified social credit code, as written.
    var creditCode: String?
    /// The firm's name, as written.
    var name: String?
    /// The county's code.
    var county: String?
    /// The city's code.
    var city: String?
  }

  /// The sites, in the order in which they came.
  private(set) var sites: [Site] = []
  private var counties: [String?] = []
  private var cities: [String?] = []
  private var byID: [String: Int] = [:]
  private var byCreditCode: [String: Int] = [:]
  private var byName: [String: [Int]] = [:]
  private let locator: CountyLocator?

  /// A registry of known sites; where a site names no county, its position tells.
  init(_ sites: [Site], locator: CountyLocator?) {
    self.locator = locator
    self.sites.reserveCapacity(sites.count)
    let located = locator?.locate(sites.map(\.position)) ?? []
    for (index, site) in sites.enumerated() {
      add(site, located: located.isEmpty ? -1 : located[index])
    }
  }

  /// Adds a site.
  mutating func add(_ site: Site) { add(site, located: locator?.locate(site.position) ?? -1) }

  /// Replaces a site that was found.
  mutating func replace(_ index: Int, by site: Site) { sites[index] = site }

  /// The site that a record means; nil if none does or several might.
  func find(_ query: Query) -> Int? {
    if let id = query.id, let index = byID[id] { return index }
    if let code = query.creditCode.flatMap(CreditCode.normalised),
      let index = byCreditCode[code]
    {
      return index
    }
    guard let name = query.name, let candidates = byName[FirmName.key(name)] else { return nil }
    return only(candidates, query)
  }

  /// The candidate in the record's county, else in its city; where it names neither, the only one.
  ///
  /// Sites known only to a locality stand back where there are others.
  private func only(_ candidates: [Int], _ query: Query) -> Int? {
    if let code = query.creditCode.flatMap(CreditCode.normalised) {
      // The same name under another code is another firm.
      let open = candidates.filter {
        (sites[$0].creditCode.flatMap(CreditCode.normalised) ?? code) == code
      }
      if open.count < candidates.count {
        return only(open, Query(county: query.county, city: query.city))
      }
    }
    if let county = query.county {
      let inCounty = candidates.filter { counties[$0] == county }
      if let one = single(inCounty) { return one }
    }
    if let city = query.city ?? query.county.flatMap({ CampaignData.counties.resolve($0).cityCode })
    {
      let inCity = candidates.filter { cities[$0] == city }
      return single(inCity)
    }
    return single(candidates)
  }

  /// The only one, or the only one that is known independently of a locality: an invented firm of
  /// the same name takes no evidence from another.
  private func single(_ candidates: [Int]) -> Int? {
    if candidates.count < 2 { return candidates.first }
    let independent = candidates.filter { sites[$0].isIndependent }
    return independent.count == 1 ? independent[0] : nil
  }

  private mutating func add(_ site: Site, located: Int) {
    let index = sites.count
    let found = located >= 0 ? locator?.counties[located] : nil
    let county = site.countyCode ?? found?.code
    sites.append(site)
    counties.append(county)
    cities.append(
      county.flatMap { CampaignData.counties.resolve($0).cityCode } ?? found?.cityCode)
    byID[site.id] = index
    if let code = site.creditCode.flatMap(CreditCode.normalised), byCreditCode[code] == nil {
      byCreditCode[code] = index
    }
    let key = FirmName.key(site.name)
    if !key.isEmpty { byName[key, default: []].append(index) }
  }
}
