internal import CampaignData
internal import Geo
internal import Inspection

/// Finds the city and the counties of a team by code or name, and a base where it has none.
struct TeamCompletion: Completion {
  private let columns: ColumnAccess
  private let counties: CountyLocator?
  private var withoutBase = 0

  init(_ match: HeadingMatch, counties: CountyLocator?) {
    columns = ColumnAccess(match)
    self.counties = counties
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    columns.fill("name", columns.value("id", of: draft), of: &draft)
    columns.fill("id", columns.value("name", of: draft), of: &draft)
    guard columns.text("id", of: draft) != nil else {
      throw Rejection(
        row: draft.number, column: columns.heading("name"), reason: "a team without a name")
    }
    var city = try cityCode(of: draft)
    let codes = try countyCodes(of: draft, city: city)
    columns.set("county_codes", codes.isEmpty ? .null : .list(codes), of: &draft)
    city = city ?? codes.first.flatMap { CampaignData.counties.resolve($0).cityCode }
    guard let city else {
      throw columns.rejection("city_code", of: draft, "names no city and no county of one")
    }
    columns.set("city_code", .text(city), of: &draft)
    if draft.geometry == nil {
      draft.geometry = base(city: city, counties: codes).map { .point($0) }
      withoutBase += 1
    }
  }

  var remarks: [String] {
    withoutBase == 0
      ? []
      : ["\(withoutBase) teams name no base; the middle of their first county or city stands in."]
  }

  private func cityCode(of draft: Draft) throws(Rejection) -> String? {
    guard let text = columns.text("city_code", of: draft) else { return nil }
    guard let code = PlaceNames.cityCode(text) else {
      throw columns.rejection("city_code", of: draft, "none of the 39 inspected cities")
    }
    return code
  }

  private func countyCodes(of draft: Draft, city: String?) throws(Rejection) -> [String] {
    var codes: [String] = []
    let words = columns.text("county_codes", of: draft)?.split(separator: ";") ?? []
    for word in words.map(String.init) {
      if CampaignData.counties.resolve(word) != .unknown {
        codes.append(word)
        continue
      }
      let named = PlaceNames.countyCodes(named: word, cityCode: city)
      guard named.count == 1 else {
        throw columns.rejection(
          "county_codes", of: draft,
          named.isEmpty
            ? "\(word) is no county of the inspected cities"
            : "several cities have a county \(word); give its code or the city")
      }
      codes.append(named[0])
    }
    return codes
  }

  private func base(city: String, counties codes: [String]) -> Coordinate? {
    for code in codes {
      guard let counties, let position = counties.position(of: code) else { continue }
      return counties.counties[position].area.representativePoint
    }
    return CampaignData.city(code: city).map { Coordinate($0.longitude, $0.latitude) }
  }
}
