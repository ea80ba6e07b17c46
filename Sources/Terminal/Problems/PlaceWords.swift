import CampaignData

/// Finds the places that a user names.
package enum PlaceWords {
  /// The code of an inspected city, by its name or code.
  package static func cityCode(_ text: String) throws -> String {
    let known = CampaignData.cities.first { candidate in
      [candidate.code, candidate.nameZH, candidate.nameEN].contains(text)
        || candidate.otherCodes.contains(text) || candidate.nameZH == text + "市"
        || candidate.nameEN.lowercased() == text.lowercased()
    }
    guard let known else {
      let names = CampaignData.cities.flatMap { [$0.nameEN, $0.nameZH] }
      let guess = Suggestion.nearest(to: text, in: names).map { "Did you mean \($0)? " } ?? ""
      throw CommandFailure(
        status: .usage, message: "no inspected city is called \"\(text)\"",
        hint: guess + "Name one of the 39 cities, as in 石家庄, Shijiazhuang or 130100.")
    }
    return known.code
  }

  /// The code of a county, by its code, or by its name where only one has it.
  package static func countyCode(_ text: String) throws -> String {
    if text.count == 6, text.allSatisfy(\.isNumber) { return text }
    let named = CampaignData.counties.counties.filter { $0.name == text }
    guard named.count == 1, let county = named.first else {
      throw CommandFailure(
        status: .usage,
        message: named.isEmpty
          ? "no county is called \"\(text)\"" : "\(named.count) counties are called \"\(text)\"",
        hint: "Give its code of six digits, as in 130102.")
    }
    return county.code
  }

  /// A province with inspected cities.
  package static func province(_ text: String) throws -> String {
    let all = Array(Set(CampaignData.cities.map(\.province))).sorted()
    guard let name = all.first(where: { $0 == text || $0.hasPrefix(text) && text.count >= 2 })
    else {
      throw CommandFailure(
        status: .usage, message: "no province with inspected cities is called \"\(text)\"",
        hint: "Name one of " + all.joined(separator: "、") + ".")
    }
    return name
  }
}
