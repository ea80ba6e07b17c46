internal import CampaignData
internal import Geo

/// Finds the county that a border is of, by code or, as in OpenStreetMap, by name and place.
struct CountyResolver {
  /// A county of an inspected city.
  struct Found {
    /// Its code as the file has it; by the list of August 2018 where it has none.
    let code: String
    /// The inspected city.
    let cityCode: String
    /// What the code stands for.
    let resolution: CountyResolution
  }

  private let columns: ColumnAccess

  init(_ match: HeadingMatch) { columns = ColumnAccess(match) }

  /// The county of a record with its area; throws for one of no inspected city.
  func county(of draft: Draft) throws(Rejection) -> Found {
    guard let given = columns.text("code", of: draft) else { return try named(draft) }
    let code = String(given.prefix(6))
    let resolution = CampaignData.counties.resolve(given)
    guard let city = resolution.cityCode else {
      throw columns.rejection("code", of: draft, "a county of none of the 39 inspected cities")
    }
    return Found(code: code, cityCode: city, resolution: resolution)
  }

  /// Of counties of the same name the one whose city's centre is nearest.
  private func named(_ draft: Draft) throws(Rejection) -> Found {
    guard let name = columns.text("name", of: draft) else {
      throw Rejection(row: draft.number, reason: "neither a code nor a name")
    }
    let city = columns.text("city_code", of: draft) ?? columns.text("city", of: draft)
    var codes = PlaceNames.countyCodes(named: name, cityCode: city.flatMap(PlaceNames.cityCode))
    if case .area(let area) = draft.geometry, let middle = area.representativePoint {
      codes = codes.filter { Self.kilometres(middle, toCityOf: $0) < 200 }
        .sorted { Self.kilometres(middle, toCityOf: $0) < Self.kilometres(middle, toCityOf: $1) }
    }
    guard let code = codes.first, let county = CampaignData.counties.county(code: code) else {
      throw columns.rejection("name", of: draft, "a county of none of the 39 inspected cities")
    }
    return Found(code: code, cityCode: county.cityCode, resolution: .known(county))
  }

  private static func kilometres(_ point: Coordinate, toCityOf code: String) -> Double {
    guard let city = CampaignData.counties.city(ofCounty: code) else { return .infinity }
    return greatCircleDistance(point, Coordinate(city.longitude, city.latitude)) / 1000
  }
}
