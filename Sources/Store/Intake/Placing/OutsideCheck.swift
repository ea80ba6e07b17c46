internal import CampaignData
internal import Geo
internal import Inspection

/// Tells apart points a little outside the loaded counties, which are kept, and points so far away
/// that they are wrong.
struct OutsideCheck {
  /// How many points lie outside all counties and were kept.
  private(set) var outside = 0
  private let counties: CountyLocator?
  private let limit: Double

  /// - Parameter counties: nil where none is loaded: then nothing can be told.
  init(_ counties: CountyLocator?) {
    self.counties = counties
    limit = CampaignData.settings.real("outside_km") ?? 0
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
      unusable.insert(drafts[index].number)
      try run.reject(
        Rejection(
          row: drafts[index].number, value: Placer.text(point),
          reason: "about \(Int(nearest.kilometres.rounded())) km outside the loaded counties; "
            + "the nearest is \(nearest.county.name) \(nearest.county.code)"))
    }
    if !unusable.isEmpty { drafts.removeAll { unusable.contains($0.number) } }
  }

  /// What the reader should know, for the name of the records.
  func remark(_ plural: String) -> String? {
    outside == 0
      ? nil
      : "\(outside) \(plural) lie outside every loaded county, by \(Int(limit)) km at most; they "
        + "were kept and belong to no township."
  }
}

extension Draft {
  /// Its position, if it is a point.
  var point: Coordinate? {
    guard case .point(let point) = geometry else { return nil }
    return point
  }
}
