import CampaignData

/// The topic that a target counts for, and what the plan wants of it in the season.
struct TargetTopic: Sendable {
  /// Key of the topic 督查内容.
  var key: String
  /// What is wanted of it; nil: nothing special.
  var emphasis: TopicEmphasis?

  /// The larger, the more is wanted.
  var rank: Int { emphasis?.level.rank ?? 0 }
}

// Of several topics a target counts for the one of which most is wanted in the month; among equals for
// the one that it is first of all.
extension EvidenceIndex {
  /// The topic of a target.
  func topic(of place: TargetPlace) -> TargetTopic {
    switch place.origin {
    case .site(let site): return topic(ofSite: site)
    case .complaint(let number):
      let township = snapshot.complaintTownships[number]
      return best([TopicRule.complaints, TopicRule.offList]) { season.of($0, township: township) }
    case .cell:
      let city = snapshot.facts.cells[Int(place.cell)].cityCodes.first
      return best([TopicRule.offList]) { season.of($0, city: city) }
    case .township, .spot: return TargetTopic(key: TopicRule.other, emphasis: nil)
    }
  }

  /// The topic of a site.
  func topic(ofSite number: Int) -> TargetTopic {
    let site = snapshot.facts.sites[number]
    let township = snapshot.siteTownships[number]
    let own = best(topicRule.topics(of: site)) { season.of($0, township: township) }
    guard isNamedForAir(number) else { return own }
    let named = TargetTopic(
      key: TopicRule.complaints,
      emphasis: season.of(TopicRule.complaints, township: township))
    return named.rank > own.rank ? named : own
  }

  /// What the season adds to a target, if anything.
  func topicFinding(of topic: TargetTopic, facts: Facts.Reference) -> Finding? {
    guard let key = topic.emphasis?.level.weightKey, let weight = weights[key] else { return nil }
    return Finding(key: key, logOdds: weight.logOdds, facts: facts, topic: topic.key)
  }

  private func best(
    _ topics: [String], wanted: (String) -> TopicEmphasis?
  ) -> TargetTopic {
    var best: TargetTopic?
    for key in topics {
      let topic = TargetTopic(key: key, emphasis: wanted(key))
      if best.map({ topic.rank > $0.rank }) ?? true { best = topic }
    }
    return best ?? TargetTopic(key: TopicRule.other, emphasis: nil)
  }

  /// True if a complaint about air, not found untrue, names the site.
  private func isNamedForAir(_ site: Int) -> Bool {
    guard let numbers = named.bySite[Int32(site)] else { return false }
    return numbers.contains { number in
      let complaint = snapshot.facts.complaints[number]
      return !hidden.complaints.contains(number) && complaint.verified != false
        && complaint.accepted != false
        && (complaint.types.isEmpty || complaint.types.contains("air"))
    }
  }
}
