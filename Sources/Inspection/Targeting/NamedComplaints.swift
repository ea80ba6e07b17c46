import CampaignData
import Geo

/// Complaints that name the firm they are about.
struct NamedComplaints: Sendable {
  /// For sites that a complaint names: the complaints' indices, ascending.
  let bySite: [Int32: [Int]]

  /// Metres between a complaint and the firm that it names; farther off it is another of the name.
  private static let reach = 5000.0

  /// Matches the names of complaints and sites.
  ///
  /// A complaint without a place matches only a name that no other site has.
  init(complaints: [Complaint], sites: [Site], names: FirmNames) {
    var named: [Int32: [Int]] = [:]
    for (number, name) in names.complaints.enumerated() where name >= 0 {
      named[name, default: []].append(number)
    }
    guard !named.isEmpty else {
      bySite = [:]
      return
    }
    var firms: [Int32: [Int]] = [:]
    for (index, name) in names.sites.enumerated() where name >= 0 && named[name] != nil {
      firms[name, default: []].append(index)
    }
    var bySite: [Int32: [Int]] = [:]
    for (name, numbers) in named {
      guard let candidates = firms[name] else { continue }
      for number in numbers {
        for site in candidates {
          let isMeant =
            complaints[number].position.map {
              Geodesic.distance($0, sites[site].position) <= Self.reach
            } ?? (candidates.count == 1)
          if isMeant { bySite[Int32(site), default: []].append(number) }
        }
      }
    }
    self.bySite = bySite.mapValues { $0.sorted() }
  }
}
