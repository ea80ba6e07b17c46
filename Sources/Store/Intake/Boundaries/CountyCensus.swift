internal import CampaignData
internal import Inspection

/// Compares the counties that are loaded with the list of August 2018.
struct CountyCensus {
  /// What the reader should know, as sentences.
  let remarks: [String]

  /// Counts the counties of a workspace.
  init(_ counties: [CountyArea]) {
    var covered = Set<String>()
    var recoded: [String] = []
    var unlisted: [String] = []
    for county in counties {
      switch CampaignData.counties.resolve(county.code) {
      case .known(let known): covered.insert(known.code)
      case .recoded(let known, let recoding):
        covered.formUnion(recoding.countyCodes)
        recoded.append("\(county.code) \(county.name) (\(known.code) \(known.name))")
      case .unlisted: unlisted.append("\(county.code) \(county.name)")
      case .unknown: break
      }
    }
    let cities = Set(counties.map(\.cityCode))
    let missing = CampaignData.counties.counties.filter {
      !covered.contains($0.code) && cities.contains($0.cityCode)
    }
    let bare = CampaignData.cities.filter { !cities.contains($0.code) }
    var remarks = ["The workspace has \(counties.count) counties of \(cities.count) cities."]
    if !bare.isEmpty {
      remarks.append(
        "\(bare.count) cities have no county yet: " + NameList.text(bare.map(\.nameZH)) + ".")
    }
    if !recoded.isEmpty {
      remarks.append(
        "\(recoded.count) counties have codes of another year than August 2018: "
          + NameList.text(recoded) + ".")
    }
    if !unlisted.isEmpty {
      remarks.append(
        "\(unlisted.count) units are not in the list of August 2018: "
          + NameList.text(unlisted) + ".")
    }
    if !missing.isEmpty {
      remarks.append(
        "\(missing.count) counties of August 2018 are missing, unless they joined another: "
          + NameList.text(missing.map { "\($0.code) \($0.name)" }) + ".")
    }
    self.remarks = remarks
  }
}
