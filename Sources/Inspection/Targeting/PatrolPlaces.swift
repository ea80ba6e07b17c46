import CampaignData
import Geo

// A township with no site and no search still gets a visit: where evidence is strongest.
extension EvidenceIndex {
  /// One patrol for each township that none of the targets lies in.
  ///
  /// It leads to the centre of the township's most suspect cell (most log-odds, then the larger
  /// share of the township), or to a point inside the township where that centre is not.
  func patrolPlaces(covered: [Int32]) throws -> [OpenPlace] {
    let facts = snapshot.facts
    var isCovered = [Bool](repeating: false, count: facts.townships.count)
    for township in covered where township >= 0 { isCovered[Int(township)] = true }
    guard isCovered.contains(false) else { return [] }

    let cells = cellsByTownship()
    let numbers = facts.townships.indices.filter { !isCovered[$0] }
    let suspects = numbers.map { cells[facts.townships[$0].code].flatMap(mostSuspect) }
    let centres = try CellCentres(facts.cells).positions(of: suspects.compactMap { $0 })
    let index = try PolygonIndex(facts.townships.map(\.area))
    var nextCentre = centres.makeIterator()
    return zip(numbers, suspects).compactMap { number, suspect in
      var position = facts.townships[number].area.representativePoint
      if suspect != nil, let centre = nextCentre.next(), index.locate(centre) == number {
        position = centre
      }
      guard let position else { return nil }
      return OpenPlace(
        place: TargetPlace(origin: .township(number), cell: Int32(suspect ?? -1)),
        position: position, township: Int32(number))
    }
  }

  private func cellsByTownship() -> [String: [(cell: Int, share: Double)]] {
    let facts = snapshot.facts
    var numbers: [String: Int] = [:]
    for (index, cell) in facts.cells.enumerated() { numbers[cell.id] = index }
    var cells: [String: [(cell: Int, share: Double)]] = [:]
    for share in facts.cellShares {
      guard let cell = numbers[share.cellID] else { continue }
      cells[share.townshipCode, default: []].append((cell, share.shareOfTownship))
    }
    return cells
  }

  private func mostSuspect(_ cells: [(cell: Int, share: Double)]) -> Int? {
    let rated = cells.map { cell, share in
      (logOdds: cellLogOdds(cell), share: share, cell: cell)
    }
    return rated.max { ($0.logOdds, $0.share, $1.cell) < ($1.logOdds, $1.share, $0.cell) }?.cell
  }

  /// What speaks for a cell by itself: that it is hot, and its alerts.
  private func cellLogOdds(_ cell: Int) -> Double {
    let nowhere = Coordinate(.nan, .nan)
    return findings(at: nowhere, plane: nowhere, cell: cell).reduce(0) { $0 + $1.logOdds }
  }
}
