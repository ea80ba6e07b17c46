import CampaignData
import Geo

/// Complaints about air that the locality says it has settled, and whose result nobody has checked.
///
/// The ministry hands complaints to local governments and verifies what became of them (the plan of
/// 2018, section 2.12).
struct SettledComplaints {
  let facts: Facts
  let asOf: Moment
  /// Days since it was settled.
  let days: Int

  /// Those to be checked, each at the firm that it names, else at its own place.
  func due(_ places: RecheckPlaces) -> [RecheckDue] {
    let settled = facts.complaints.filter(isSettled)
    guard !settled.isEmpty else { return [] }
    let checked = Set(facts.rechecks.map(\.problemID))
    let named = NamedComplaints(
      complaints: settled, sites: facts.sites,
      names: FirmNames(complaints: settled, sites: facts.sites))
    var siteOf: [Int: Int32] = [:]
    for (site, numbers) in named.bySite.sorted(by: { $0.key < $1.key }) {
      for number in numbers where siteOf[number] == nil { siteOf[number] = site }
    }
    return settled.enumerated().compactMap { number, complaint in
      guard !checked.contains(RecheckDue.complaintPrefix + complaint.id) else { return nil }
      let site = siteOf[number].map { facts.sites[Int($0)].id }
      guard site != nil || complaint.position?.isFinite == true else { return nil }
      return RecheckDue(
        subject: .complaint, id: complaint.id,
        target: site ?? RecheckDue.placePrefix + RecheckDue.complaintPrefix + complaint.id,
        position: site == nil ? complaint.position : nil, name: complaint.target ?? complaint.id,
        state: .rectified, dueFrom: complaint.closedAt?.date ?? asOf.date)
    }
  }

  private func isSettled(_ complaint: Complaint) -> Bool {
    guard let closed = complaint.closedAt, closed <= asOf, complaint.verified == nil,
      complaint.accepted != false
    else { return false }
    return asOf.date - closed.date <= days
      && (complaint.types.isEmpty || complaint.types.contains("air"))
  }
}
