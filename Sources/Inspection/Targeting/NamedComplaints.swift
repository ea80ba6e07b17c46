import CampaignData
import Geo

/// Complaints that name the firm they are about.
struct NamedComplaints: Sendable {
  /// For sites that a complaint names: the complaints' indices, ascending.
  let bySite: [Int32: [Int]]

  /// Metres between a complaint and the firm that it names; farther off it is another of the name.
  private static let reach = 5000.0

  /// Matches the names as `FirmName` spells them.
  ///
  /// A complaint without a place matches only a name that no other site has.
  init(complaints: [Complaint], sites: [Site]) {
    var named: [String: [Int]] = [:]
    for (number, complaint) in complaints.enumerated() {
      guard let target = complaint.target, !target.isEmpty else { continue }
      named[FirmName.key(target), default: []].append(number)
    }
    named[""] = nil
    guard !named.isEmpty else {
      bySite = [:]
      return
    }
    var firms: [String: [Int]] = [:]
    for (index, site) in sites.enumerated() {
      let key = FirmName.key(site.name)
      if named[key] != nil { firms[key, default: []].append(index) }
    }
    var bySite: [Int32: [Int]] = [:]
    for (key, numbers) in named {
      guard let candidates = firms[key] else { continue }
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
