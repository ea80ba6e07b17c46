public import CampaignData
public import Geo

/// Every place worth a visit with its chance of a problem, as columns; names, reasons and nearby
/// sites of one are put together when it is asked for.
///
/// The order is: every site by identifier, then search targets, then patrols.
public struct TargetList: Sendable {
  /// How many there are.
  public var count: Int { chances.count }
  /// Chance of a problem of each, 0 to 1.
  public let chances: [Double]
  /// Index of each one's township in `Facts.townships`; -1 outside all.
  public let townships: [Int32]
  /// Longitude and latitude of each, WGS-84.
  public let positions: [Coordinate]

  let places: [TargetPlace]
  let planes: [Coordinate]
  let evidence: EvidenceIndex

  /// The month whose topics count.
  public var season: CalendarMonth { evidence.season.month }

  /// Key of the topic 督查内容 that the target at an index counts for.
  public func topic(at index: Int) -> String { evidence.topic(of: places[index]).key }

  /// The target at an index, in full.
  public func target(at index: Int) -> Target {
    let place = places[index]
    let facts = evidence.snapshot.facts
    let cell = place.cell >= 0 ? facts.cells[Int(place.cell)].id : nil
    let reasons = reasons(at: index)
    return Target(
      id: identifier(at: index), kind: place.kind, name: name(index), position: positions[index],
      township: Int(townships[index]), cellID: cell, chance: chances[index], reasons: reasons,
      nearby: place.kind == .site ? [] : nearbySites(index), topic: topic(at: index))
  }

  /// The identifier of the target at an index.
  public func identifier(at index: Int) -> String {
    let place = places[index]
    let facts = evidence.snapshot.facts
    switch place.origin {
    case .site(let site): return facts.sites[site].id
    case .complaint(let number): return "search:\(facts.complaints[number].id)"
    case .cell: return "search:\(facts.cells[Int(place.cell)].id)"
    case .township(let township): return "patrol:\(facts.townships[township].code)"
    case .spot(let spot): return spot.id
    }
  }

  private func name(_ index: Int) -> String {
    let facts = evidence.snapshot.facts
    if case .site(let site) = places[index].origin { return facts.sites[site].name }
    if case .spot(let spot) = places[index].origin, !spot.note.isEmpty { return spot.note }
    guard townships[index] >= 0 else { return identifier(at: index) }
    let township = facts.townships[Int(townships[index])]
    return township.county + township.name
  }

  private func nearbySites(_ index: Int) -> [NearbySite] {
    guard planes[index].isFinite else { return [] }
    return evidence.sites.nearest(planes[index], k: 3).map { near in
      let site = evidence.snapshot.facts.sites[near.index]
      return NearbySite(
        siteID: site.id, name: site.name,
        distance: Geodesic.distance(positions[index], site.position),
        bearing: Geodesic.bearing(from: positions[index], to: site.position))
    }
  }
}
