import CampaignData
import Geo
import Glibc

// What speaks for a place, whether or not a site is known there: its cell and the complaints near.
extension EvidenceIndex {
  /// Findings at a position, given also in the plane of the grid.
  func findings(
    at position: Coordinate, plane: Coordinate, cell: Int, named name: String? = nil
  ) -> [Finding] {
    var found: [Finding] = []
    if cell >= 0 {
      if snapshot.facts.cells[cell].isHot, cell != hidden.hotCell,
        let weight = weights["hot_cell"]
      {
        found.append(Finding(key: weight.key, logOdds: weight.logOdds, facts: .cell(cell)))
      }
      found += alertFindings(inCell: cell)
    }
    if let complaints = complaintFinding(at: position, plane: plane) { found.append(complaints) }
    return found
  }

  /// One finding a kind of alert: the freshest counts in full, each older one half of the one before.
  ///
  /// An alert means some source in its cell, so the odds that it adds are shared by the cell's sites.
  private func alertFindings(inCell cell: Int) -> [Finding] {
    let alerts = snapshot.facts.alerts
    var byReason: [String: [Int]] = [:]
    for number in cellAlerts[cell] where !hidden.alerts.contains(number) {
      byReason[alerts[number].reason, default: []].append(number)
    }
    return byReason.keys.sorted().compactMap { reason in
      guard let weight = weights["alert_" + reason], let numbers = byReason[reason] else {
        return nil
      }
      let newest = numbers.sorted {
        (alerts[$1].issuedAt, $1) < (alerts[$0].issuedAt, $0)
      }
      var logOdds = 0.0
      for (rank, number) in newest.enumerated() {
        logOdds += decayed(weight, since: alerts[number].issuedAt) / exp2(Double(rank))
      }
      let shared = log1p(expm1(logOdds) / Double(max(1, cellSites[cell])))
      return Finding(key: weight.key, logOdds: shared, facts: .alerts(newest))
    }
  }

  /// The complaints around, each weighed by distance, age, whether it was found true, and how many
  /// sites it may mean; many count less than in proportion, since one nuisance makes many write.
  private func complaintFinding(at position: Coordinate, plane: Coordinate) -> Finding? {
    guard let weight = weights["complaint"], let decay = weight.decayMetres, plane.isFinite else {
      return nil
    }
    var near: [(distance: Double, number: Int)] = []
    complaints.forEach(within: 3 * decay * Plane.margin, of: plane) { point, _ in
      let number = complaintNumbers[point]
      guard !hidden.complaints.contains(number),
        let place = snapshot.facts.complaints[number].position
      else { return }
      let distance = Geodesic.distance(position, place)
      if distance <= 3 * decay { near.append((distance, number)) }
    }
    guard !near.isEmpty else { return nil }
    near.sort { ($0.distance, $0.number) < ($1.distance, $1.number) }
    var mass = 0.0
    for (distance, number) in near {
      let complaint = snapshot.facts.complaints[number]
      mass +=
        credit(of: complaint) * complaintShares[number] * exp(-distance / decay)
        * decayed(weight, since: complaint.receivedAt) / weight.logOdds
    }
    return Finding(
      key: weight.key, logOdds: weight.logOdds * log1p(mass),
      facts: .complaints(near.map(\.number)), nearest: near[0].distance)
  }

  /// How much a complaint counts: by whether it was checked, and whether it is about air at all.
  func credit(of complaint: Complaint) -> Double {
    var credit = 1.0
    if complaint.verified == true { credit *= factor("complaint_verified") }
    if complaint.verified == false { credit *= factor("complaint_refuted") }
    if complaint.accepted == false { credit *= factor("complaint_not_accepted") }
    if !complaint.types.isEmpty, !complaint.types.contains("air") {
      credit *= factor("complaint_not_air")
    }
    return credit
  }

  private func factor(_ key: String) -> Double { weights.factor(key) }

  /// A weight after its half-life has worked since a moment.
  func decayed(_ weight: EvidenceWeight, since moment: Moment) -> Double {
    guard let halfLife = weight.halfLifeDays else { return weight.logOdds }
    let days = Double(snapshot.asOf.secondsSince1970 - moment.secondsSince1970) / 86_400
    return weight.logOdds * exp2(-max(0, days) / halfLife)
  }
}
