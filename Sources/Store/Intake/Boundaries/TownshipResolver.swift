internal import CampaignData
internal import Geo
internal import Inspection

/// Finds the county and city of a township, and its code where the file has none.
struct TownshipResolver {
  /// How many townships came without a code of their own.
  private(set) var withoutCode = 0
  /// How many have a code whose county is of another year, or lie elsewhere than their code says.
  private(set) var placed = 0

  private let columns: ColumnAccess
  private let counties: CountyLocator?
  private let source: String

  /// - Parameter source: whose borders they are where neither file nor user says.
  init(_ match: HeadingMatch, counties: CountyLocator?, options: ImportOptions, source: String) {
    columns = ColumnAccess(match)
    self.counties = counties
    self.source = options.source ?? source
  }

  /// Fills in codes, county, city and source of a township around or at a point.
  ///
  /// The county is the one that the record names if its border is loaded, else the one that holds
  /// the point; with `byPlace` the other way round.
  mutating func complete(
    _ draft: inout Draft, at point: Coordinate?, byPlace: Bool = false
  ) throws(Rejection) {
    let code = Self.townshipCode(columns.text("code", of: draft))
    let named =
      columns.text("county_code", of: draft) ?? code.map { String($0.prefix(6)) }
      ?? columns.text("code", of: draft)
    let county = try county(named: named, at: point, byPlace: byPlace, draft)
    columns.set("county_code", .text(county.code), of: &draft)
    columns.set("county", .text(county.name), of: &draft)
    columns.set("city_code", .text(county.cityCode), of: &draft)
    columns.set(
      "city", .optional(CampaignData.city(code: county.cityCode)?.nameZH), of: &draft)
    columns.fill("source", .text(source), of: &draft)
    if let code {
      columns.set("code", .text(code), of: &draft)
    } else if let name = columns.text("name", of: draft) {
      withoutCode += 1
      columns.set("code", .text("\(county.code)-\(name)"), of: &draft)
    } else {
      throw Rejection(row: draft.number, reason: "neither a code nor a name")
    }
    if columns.text("name", of: draft) == nil {
      columns.set("name", columns.value("code", of: draft), of: &draft)
    }
  }

  /// What the reader should know, as sentences.
  var remarks: [String] {
    var remarks: [String] = []
    if withoutCode > 0 {
      remarks.append(
        "\(withoutCode) townships have no code of 9 or 12 digits; county code and name stand in.")
    }
    if placed > 0 {
      remarks.append(
        "\(placed) townships belong to a county by their place, not by the county code they name.")
    }
    return remarks
  }

  /// Nine digits of a code of nine or twelve; nil for other texts.
  private static func townshipCode(_ text: String?) -> String? {
    guard let text, [9, 12].contains(text.utf8.count), text.utf8.allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    return String(text.prefix(9))
  }

  private mutating func county(
    named code: String?, at point: Coordinate?, byPlace: Bool, _ draft: Draft
  ) throws(Rejection) -> (code: String, name: String, cityCode: String) {
    let loaded = code.flatMap { counties?.position(of: $0) }
    let around = byPlace || loaded == nil ? point.flatMap { counties?.locate($0) } : nil
    if let counties, let position = (byPlace ? around ?? loaded : loaded ?? around) {
      let county = counties.counties[position]
      if let code, county.code != code { placed += 1 }
      return (county.code, county.name, county.cityCode)
    }
    if let code, let city = CampaignData.counties.resolve(code).cityCode {
      let name =
        columns.text("county", of: draft)
        ?? CampaignData.counties.resolve(code).county?.name
      return (code, name ?? code, city)
    }
    throw Rejection(
      row: draft.number, column: code == nil ? nil : columns.heading("county_code"), value: code,
      reason: "in none of the loaded counties, and its code is of none of the 39 cities")
  }
}
