public import CampaignData
import Dispatch
import Geo
import Glibc

/// Gives every place worth a visit its chance of a problem.
///
/// A chance is a logistic sum of evidence: the campaign's base rate and, for each piece of evidence,
/// a weight in log-odds that fades with time and distance. The weights stand, each with its source,
/// in `Data/tables/weights.csv`. Nominations by localities are no part of a snapshot.
public enum Targeting {
  /// All targets of a snapshot: its sites, searches and patrols.
  ///
  /// A search leads to a place with evidence but no site near, a patrol into a township with
  /// neither. The same for any number of threads.
  ///
  /// - Parameter season: the month whose topics count (annex 1); nil: that of the snapshot.
  /// - Complexity: linear in sites, times the complaints around each.
  /// - Throws: `PROJError` if the projection of the grid cannot be had.
  public static func targets(
    of snapshot: Snapshot, weights: EvidenceWeights = CampaignData.weights,
    season: CalendarMonth? = nil
  ) throws -> TargetList {
    let evidence = try EvidenceIndex(snapshot: snapshot, weights: weights, season: season)
    let sitePositions = snapshot.facts.sites.map(\.position)
    var places = snapshot.siteCells.enumerated().map {
      TargetPlace(origin: .site($0.offset), cell: $0.element)
    }
    var positions = sitePositions
    var townships = snapshot.siteTownships
    for search in try evidence.searchPlaces() {
      places.append(search.place)
      positions.append(search.position)
      townships.append(search.township)
    }
    // A site known only to a locality covers no township: an invented one would keep patrols out.
    let covered = townships.indices.compactMap { index in
      guard case .site(let site) = places[index].origin,
        !snapshot.facts.sites[site].isIndependent
      else { return townships[index] }
      return nil
    }
    for patrol in try evidence.patrolPlaces(covered: covered) {
      places.append(patrol.place)
      positions.append(patrol.position)
      townships.append(patrol.township)
    }
    let plane = try Plane.positions(of: positions)
    let planes = zip(plane.xs, plane.ys).map { Coordinate($0, $1) }
    return TargetList(
      chances: evidence.chances(places: places, positions: positions, planes: planes),
      townships: townships, positions: positions, places: places, planes: planes,
      evidence: evidence)
  }
}

extension EvidenceIndex {
  /// The chance that findings come to.
  func chance(of findings: some Sequence<Finding>) -> Double {
    let sum = findings.reduce(weights["base"]?.logOdds ?? 0) { $0 + $1.logOdds }
    return 1 / (1 + exp(-sum))
  }

  /// Chances of all places, computed by all cores in blocks of their own.
  func chances(
    places: [TargetPlace], positions: [Coordinate], planes: [Coordinate]
  ) -> [Double] {
    let block = 4096
    return [Double](unsafeUninitializedCapacity: places.count) { buffer, initialized in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: (places.count + block - 1) / block) { number in
        for index in number * block..<min(places.count, (number + 1) * block) {
          let found = findings(
            of: places[index], at: positions[index], plane: planes[index])
          output.initializeElement(at: index, to: chance(of: found))
        }
      }
      initialized = places.count
    }
  }
}
