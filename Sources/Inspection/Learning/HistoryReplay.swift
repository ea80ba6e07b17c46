public import CampaignData
import Dispatch
import Geo

/// Looks at many visits as their planner could have, each with what was known before it.
///
/// The records are those that `EvidenceReplay` makes of a whole snapshot for each moment, but only what
/// bears on the sites visited is looked at, and the moments are worked on by all cores. The same
/// whatever the number of threads.
public struct HistoryReplay: Sendable {
  /// Visits with the moment as of which they are looked at.
  public typealias Group = (asOf: Moment, visits: [Visit])

  private let archive: EvidenceArchive
  private let weights: EvidenceWeights
  private let positions: [String: Int]
  private let changes: [Int64]

  /// Arranges a history.
  /// - Complexity: O(n log n) in its versions.
  /// - Throws: `PROJError` if the projection of the grid cannot be had.
  public init(_ history: FactHistory, weights: EvidenceWeights = CampaignData.weights) throws {
    archive = try EvidenceArchive(history)
    self.weights = EvidenceReplay.probe(weights)
    positions = EvidenceReplay.positions(weights)
    changes = KnownGeography.changes(of: history)
  }

  /// The records of visits in the order of the groups, which ascend in time.
  ///
  /// Visits of searches and patrols, of sites not known by then, and refused ones are left out.
  /// - Parameter progress: Told now and then how many visits are done.
  public func records(
    of groups: [Group], progress: (Int) throws -> Void = { _ in }
  ) throws -> [VisitRecord] {
    var records: [VisitRecord] = []
    var geography: (age: Int, known: KnownGeography)?
    var done = 0
    var start = 0
    while start < groups.count {
      let age = age(groups[start].asOf)
      if geography?.age != age {
        geography = (age, try KnownGeography(of: archive.history, at: groups[start].asOf))
      }
      guard let known = geography?.known else { break }
      var end = start + 1
      while end < groups.count, end < start + 8, self.age(groups[end].asOf) == age { end += 1 }
      for part in concurrently(groups[start..<end], known) { records += part }
      done += groups[start..<end].reduce(0) { $0 + $1.visits.count }
      start = end
      try progress(done)
    }
    return records
  }

  /// How often townships or cells had changed by a moment.
  private func age(_ moment: Moment) -> Int {
    changes.count { $0 <= moment.secondsSince1970 }
  }

  private func concurrently(
    _ groups: ArraySlice<Group>, _ geography: KnownGeography
  ) -> [[VisitRecord]] {
    var parts = [[VisitRecord]](repeating: [], count: groups.count)
    parts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: groups.count) { place in
        output[place] = records(of: groups[groups.startIndex + place], geography)
      }
    }
    return parts
  }

  private func records(of group: Group, _ geography: KnownGeography) -> [VisitRecord] {
    var visits: [Visit] = []
    var places: [(number: Int, version: Int)] = []
    for visit in group.visits where visit.outcome != "refused" {
      guard let place = archive.site(visit.siteID, at: group.asOf) else { continue }
      visits.append(visit)
      places.append(place)
    }
    let decay = weights["complaint"]?.decayMetres
    let day = EvidenceOfDay(
      of: places, in: archive, geography, at: group.asOf, decay: decay)
    let evidence = day.evidence(weights: weights, decay: decay)
    return zip(visits, places).compactMap { visit, place in
      day.index(of: place.version).map { site in
        EvidenceReplay.record(
          visit, site: site, plane: archive.sitePlanes[place.version], evidence, positions)
      }
    }
  }
}
