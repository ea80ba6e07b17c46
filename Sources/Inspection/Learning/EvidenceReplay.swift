public import CampaignData
import Geo
import Glibc

/// Looks at visits as their planner could have: with what was known before them.
public enum EvidenceReplay {
  /// The records of some visits, from a snapshot that is older than all of them.
  ///
  /// Visits of searches and patrols, of sites not known by then, and refused ones are left out.
  /// - Throws: `PROJError` if the projection of the grid cannot be had.
  public static func records(
    of visits: [Visit], snapshot: Snapshot, weights: EvidenceWeights = CampaignData.weights
  ) throws -> [VisitRecord] {
    let probe = probe(weights)
    let evidence = try EvidenceIndex(snapshot: snapshot, weights: probe)
    let names = SiteNames(snapshot.facts.sites)
    let positions = positions(probe)
    let plane = try Plane.positions(of: snapshot.facts.sites.map(\.position))
    return visits.compactMap { visit in
      guard let site = names.index(id: visit.siteID).map(Int.init), visit.outcome != "refused"
      else { return nil }
      let place = Coordinate(plane.xs[site], plane.ys[site])
      return record(visit, site: site, plane: place, evidence, positions)
    }
  }

  /// Weights by which all evidence is seen: one of 0 would hide it, so it is asked for with 1.
  static func probe(_ weights: EvidenceWeights) -> EvidenceWeights {
    let silent = weights.all.filter { $0.unit == .logOdds && $0.value == 0 }
    return weights.replacing(Dictionary(uniqueKeysWithValues: silent.map { ($0.key, 1.0) }))
  }

  /// The index of each weight by its key.
  static func positions(_ weights: EvidenceWeights) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (index, weight) in weights.all.enumerated() { positions[weight.key] = index }
    return positions
  }

  /// What the evidence says of a visit's site.
  static func record(
    _ visit: Visit, site: Int, plane: Coordinate, _ evidence: EvidenceIndex,
    _ positions: [String: Int]
  ) -> VisitRecord {
    let snapshot = evidence.snapshot
    let facts = snapshot.facts
    let found = evidence.findings(site: site, plane: plane)
    let (cell, township) = (Int(snapshot.siteCells[site]), Int(snapshot.siteTownships[site]))
    let sharers = cell < 0 ? 1 : Double(max(1, evidence.cellSites[cell]))
    return VisitRecord(
      visitID: visit.id, time: Double(visit.visitedAt.secondsSince1970 + 28_800) / 86_400,
      round: visit.round, team: visit.teamID, outcome: visit.outcome == "problem" ? 1 : 0,
      city: township < 0 ? "" : facts.townships[township].cityCode,
      topics: facts.sites[site].topics, cell: cell < 0 ? "" : facts.cells[cell].id,
      isHot: cell >= 0 && facts.cells[cell].isHot,
      pieces: pieces(found, evidence.weights, positions, sharers: sharers))
  }

  private static func pieces(
    _ findings: [Finding], _ weights: EvidenceWeights, _ positions: [String: Int], sharers: Double
  ) -> [VisitRecord.Piece] {
    var pieces: [Int: VisitRecord.Piece] = [:]
    for finding in findings {
      guard let index = positions[finding.key], weights.all[index].value != 0 else { continue }
      let weight = weights.all[index].value
      var piece = VisitRecord.Piece(weight: index, dose: finding.logOdds / weight, sharers: 1)
      if case .alerts = finding.facts {
        piece.sharers = sharers
        piece.dose = log1p(expm1(finding.logOdds) * sharers) / weight
      }
      guard piece.dose != 0, piece.dose.isFinite else { continue }
      // Several of one key, as rules of electricity without a weight of their own, add up.
      pieces[index, default: VisitRecord.Piece(weight: index, dose: 0, sharers: piece.sharers)]
        .dose += piece.dose
    }
    return pieces.keys.sorted().compactMap { pieces[$0] }
  }
}
