import CampaignData
import Geo
import Glibc

// What speaks for a site: the place where it stands, its record, its meter and its past.
extension EvidenceIndex {
  /// Findings about a target, given its position and the same in the plane of the grid.
  func findings(of place: TargetPlace, at position: Coordinate, plane: Coordinate) -> [Finding] {
    if case .site(let site) = place.origin { return findings(site: site, plane: plane) }
    let found = findings(at: position, plane: plane, cell: Int(place.cell))
    guard let season = topicFinding(of: topic(of: place), facts: .none) else { return found }
    return found + [season]
  }

  /// Findings about a site, given its position in the plane of the grid.
  func findings(site: Int, plane: Coordinate) -> [Finding] {
    let record = snapshot.facts.sites[site]
    var found = recordFindings(site)
    found += findings(at: record.position, plane: plane, cell: Int(snapshot.siteCells[site]))
    found += namedFindings(site)
    found += powerFindings(site)
    found += visitFindings(site)
    found += relapseFindings(site)
    return found
  }

  private func recordFindings(_ number: Int) -> [Finding] {
    let site = snapshot.facts.sites[number]
    var keys = ["kind_" + site.kind]
    if readsLists {
      if site.ledger == nil { keys.append("off_list") }
      if let status = site.status { keys.append("status_" + status) }
      if let industry = site.industry { keys.append("industry_" + industry) }
    }
    let found = keys.compactMap { key in
      weights[key].map { Finding(key: key, logOdds: $0.logOdds, facts: .record(number)) }
    }
    guard readsLists, let season = topicFinding(of: topic(ofSite: number), facts: .record(number))
    else { return found }
    return found + [season]
  }

  /// The complaints that name it; of several the strongest counts, the others are evidence around.
  private func namedFindings(_ site: Int) -> [Finding] {
    guard let all = named.bySite[Int32(site)], let weight = weights["complaint_named"] else {
      return []
    }
    let numbers = all.filter { !hidden.complaints.contains($0) }
    let strongest = numbers.map { number in
      let complaint = snapshot.facts.complaints[number]
      return min(1, credit(of: complaint)) * decayed(weight, since: complaint.receivedAt)
    }.max()
    guard let strongest else { return [] }
    return [Finding(key: weight.key, logOdds: strongest, facts: .complaints(numbers))]
  }

  /// One finding an anomaly, by rule and severity; of the same rule only the strongest counts.
  private func powerFindings(_ site: Int) -> [Finding] {
    guard let numbers = siteAnomalies[Int32(site)] else { return [] }
    var strongest: [String: Finding] = [:]
    for number in numbers where number != hidden.anomaly {
      let anomaly = snapshot.facts.anomalies[number]
      guard let weight = weights["power_" + anomaly.rule] ?? weights["power"] else { continue }
      let logOdds =
        anomaly.severity * decayed(weight, since: anomaly.endedAt ?? snapshot.asOf)
      if logOdds > strongest[anomaly.rule]?.logOdds ?? 0 {
        strongest[anomaly.rule] = Finding(
          key: weight.key, logOdds: logOdds, facts: .anomaly(number))
      }
    }
    return strongest.keys.sorted().compactMap { strongest[$0] }
  }

  /// The last visit that found a problem, and the last that found none, each as far as it lasts.
  private func visitFindings(_ site: Int) -> [Finding] {
    let numbers = (siteVisits[Int32(site)] ?? []).filter { !hidden.visits.contains($0) }
    guard !numbers.isEmpty else {
      guard let weight = weights["no_previous_visit"] else { return [] }
      return [Finding(key: weight.key, logOdds: weight.logOdds, facts: .none)]
    }
    let visits = snapshot.facts.visits
    var found: [Finding] = []
    for (outcome, key) in [("problem", "previous_problem"), ("none", "recent_clean_visit")] {
      guard let weight = weights[key],
        let last = numbers.last(where: { visits[$0].outcome == outcome })
      else { continue }
      var logOdds = decayed(weight, since: visits[last].visitedAt)
      if key == "previous_problem", let result = verified.settled(last, hidden: hidden) {
        logOdds *= result == "false" ? 0 : weights.factor("previous_problem_corrected")
      }
      found.append(Finding(key: key, logOdds: logOdds, facts: .visits([last])))
    }
    return found
  }

  /// The last verification that found a problem of the site not put right, or back again.
  private func relapseFindings(_ site: Int) -> [Finding] {
    guard let weight = weights["relapse"],
      let last = verified.relapse(Int32(site), hidden: hidden)
    else { return [] }
    let seen = snapshot.facts.rechecks[last].visitedAt
    return [
      Finding(key: weight.key, logOdds: decayed(weight, since: seen), facts: .rechecks([last]))
    ]
  }
}
