import CampaignData
public import Geo

/// Something to be verified, with where it is.
public struct PlacedRecheck: Sendable, Hashable {
  /// What is to be verified.
  public var due: RecheckDue
  /// Longitude and latitude, WGS-84; nil where nobody knows.
  public var position: Coordinate?
  /// The site's name, or what is there.
  public var name: String
  /// The township's name; empty outside all.
  public var township: String
  /// The county's name and code; empty outside all.
  public var county: String
  /// See `county`.
  public var countyCode: String
  /// The city's code; empty outside all.
  public var cityCode: String

  /// What is due by a day, placed, by city, county, township and identifier.
  ///
  /// Throws if the boundaries cannot be indexed.
  public static func all(
    _ rechecks: [RecheckDue], in snapshot: Snapshot
  ) throws -> [PlacedRecheck] {
    let facts = snapshot.facts
    let sites = SiteNames(facts.sites)
    let found = rechecks.map { due in sites.index(id: due.target).map(Int.init) }
    let positions = zip(rechecks, found).map { due, site in
      due.position ?? site.map { facts.sites[$0].position }
    }
    let located = try PlaceIndex(townships: facts.townships, cells: []).locate(
      longitudes: positions.map { $0?.x ?? .nan }, latitudes: positions.map { $0?.y ?? .nan }
    ).townships
    let placed = rechecks.indices.map { number in
      let township = Int(located[number])
      let ground = township < 0 ? nil : facts.townships[township]
      return PlacedRecheck(
        due: rechecks[number], position: positions[number],
        name: found[number].map { facts.sites[$0].name } ?? rechecks[number].name,
        township: ground?.name ?? "", county: ground?.county ?? "",
        countyCode: ground?.countyCode ?? "", cityCode: ground?.cityCode ?? "")
    }
    return placed.sorted { one, other in
      let left = [one.cityCode, one.countyCode, one.township, one.due.id]
      let right = [other.cityCode, other.countyCode, other.township, other.due.id]
      return left.lexicographicallyPrecedes(right)
    }
  }
}
