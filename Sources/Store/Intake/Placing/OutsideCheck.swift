internal import CampaignData
internal import Geo
internal import Inspection

/// Tells apart points a little outside the loaded counties, which are kept, and points so far away
/// that they are wrong.
struct OutsideCheck {
  /// How many points lie outside all counties and were kept.
  private(set) var outside = 0
  /// How many points lie in the Yangtze delta by their county code and place, and were kept.
  private(set) var delta = 0
  private let counties: CountyLocator?
  private let limit: Double
  private let reach: Double
  private let countyColumn: Int?

  /// - Parameters:
  ///   - counties: nil where none is loaded: then nothing can be told.
  ///   - countyColumn: the column of county codes; nil: there is none.
  init(_ counties: CountyLocator?, countyColumn: Int?) {
    self.counties = counties
    self.countyColumn = countyColumn
    limit = CampaignData.settings.real("outside_km") ?? 0
    reach = CampaignData.settings.real("tour_reach_km") ?? 0
  }

  /// Takes out the records that are too far away; they are rejected with their distance.
  mutating func check(_ drafts: inout [Draft], _ run: inout ImportRun) throws(StoreError) {
    guard let counties else { return }
    let nowhere = Coordinate(.nan, .nan)
    let found = counties.locate(drafts.map { $0.point ?? nowhere })
    var unusable = Set<Int>()
    for index in drafts.indices where found[index] < 0 {
      guard let point = drafts[index].point else { continue }
      guard let nearest = counties.nearest(point), nearest.kilometres > limit else {
        outside += 1
        continue
      }
      if isInDelta(drafts[index], point) {
        delta += 1
        continue
      }
      unusable.insert(drafts[index].number)
      try run.reject(
        Rejection(
          row: drafts[index].number, value: Placer.text(point),
          reason: "about \(Int(nearest.kilometres.rounded())) km outside the loaded counties; "
            + "the nearest is \(nearest.county.name) \(nearest.county.code)"))
    }
    if !unusable.isEmpty { drafts.removeAll { unusable.contains($0.number) } }
  }

  /// True for a record whose county code is of a city of the delta, near which it lies.
  private func isInDelta(_ draft: Draft, _ point: Coordinate) -> Bool {
    guard let countyColumn, case .text(let code) = draft.values[countyColumn],
      let city = CampaignData.deltaCity(ofCounty: code)
    else { return false }
    let centre = Coordinate(city.longitude, city.latitude)
    return greatCircleDistance(point, centre) <= reach * 1000
  }

  /// What the reader should know, for the name of the records.
  func remarks(_ plural: String) -> [String] {
    var remarks: [String] = []
    if outside > 0 {
      remarks.append(
        "\(outside) \(plural) lie outside every loaded county, by \(Int(limit)) km at most; they "
          + "were kept and belong to no township.")
    }
    if delta > 0 {
      remarks.append(
        "\(delta) \(plural) lie in the Yangtze delta, which has no standing teams; they were kept "
          + "for special action groups (hotspot plan tour).")
    }
    return remarks
  }
}

extension Draft {
  /// Its position, if it is a point.
  var point: Coordinate? {
    guard case .point(let point) = geometry else { return nil }
    return point
  }
}
