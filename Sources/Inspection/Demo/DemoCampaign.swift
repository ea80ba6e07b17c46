public import CampaignData
import Geo

/// A synthetic campaign: invented ground under real codes and names, and evidence made from a
/// hidden truth with noise.
///
/// The same seed and cities give the same campaign, to the last bit. It ends in the night before
/// the round to plan; each fact carries the time at which it was known. Everything shown says that
/// it is synthetic: townships by their source, sites and complaints by 示例 in their text.
public struct DemoCampaign: Sendable {
  /// Counties, townships, hot cells (the grid's other cells follow from the counties), sites,
  /// alerts, complaints as received, anomalies, teams, and the visits of the rounds before.
  public var facts: Facts
  /// Newer versions of some complaints, known once they were checked.
  ///
  /// Same identifiers, `verified` set, a later `knownAt`: to be appended after `facts`.
  public var checkedComplaints: [Complaint]
  /// Invented inspectors, who can be sent.
  public var people: [Person]
  /// What is really wrong; to be kept away from the workspace.
  public var truth: DemoTruth

  /// The round that is to be planned.
  public static let round = 14
  /// The rounds whose visits are among the facts.
  public static let pastRounds = 11...13

  /// Makes a campaign of some share of the 39 cities, whole ones, the smallest first.
  ///
  /// - Parameters:
  ///   - seed: gives the same campaign for the same number.
  ///   - scale: 1 for all 39 cities with 250,000 sites; 0.02 for one of 2,200 square kilometres.
  ///
  /// Throws what PROJ throws when its data is missing.
  public static func generate(seed: UInt64, scale: Double = 1) throws -> DemoCampaign {
    try generate(seed: seed, cities: cities(scale: scale))
  }

  /// The codes of some share of the 39 cities, whole ones, the smallest first.
  static func cities(scale: Double) -> [String] {
    let count = min(max(Int((39 * scale).rounded()), 1), CampaignData.cities.count)
    return CampaignData.cities.sorted { ($0.areaKM2, $0.code) < ($1.areaKM2, $1.code) }
      .prefix(count).map(\.code)
  }

  /// Makes a campaign of some cities, by code, with a share of their sites, visits and evidence.
  ///
  /// Unknown codes are ignored. Ground, teams and hot cells do not depend on the density.
  public static func generate(
    seed: UInt64, cities: [String], density: Double = 1
  ) throws -> DemoCampaign {
    var plane = try DemoPlane()
    let maker = try DemoMaker(seed: seed, cities: Set(cities), density: density, plane: &plane)
    return maker.campaign(plane: &plane)
  }

  /// The facts as of a moment: what was known by then, each complaint in its newest version.
  public func facts(asOf moment: Moment) -> Facts {
    var known = facts
    known.sites.removeAll { $0.knownAt > moment }
    known.alerts.removeAll { $0.knownAt > moment }
    known.anomalies.removeAll { $0.knownAt > moment }
    known.visits.removeAll { $0.knownAt > moment }
    known.complaints.removeAll { $0.knownAt > moment }
    var next = 0
    for index in known.complaints.indices {
      let id = known.complaints[index].id
      while next < checkedComplaints.count, checkedComplaints[next].id < id { next += 1 }
      guard next < checkedComplaints.count, checkedComplaints[next].id == id,
        checkedComplaints[next].knownAt <= moment
      else { continue }
      known.complaints[index] = checkedComplaints[next]
    }
    return known
  }
}
