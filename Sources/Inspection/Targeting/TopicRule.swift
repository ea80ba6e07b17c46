import CampaignData

/// Which topics 督查内容 a site belongs to.
///
/// Those that its own record lists; where it lists none, that of its ledger; where it is on no ledger,
/// that of its kind and industry, and a firm on no list is one of those that the first topic looks for
/// (the plan of 2018, section 2(1): 清单外的“散乱污”企业). A site that a complaint names belongs to the
/// complaints too (section 2(12)).
struct TopicRule: Sendable {
  /// The topic of searches without a complaint: a firm on no list.
  static let offList = "scattered"
  /// The topic of places that complaints lead to.
  static let complaints = "complaints"
  /// The topic of patrols and of places added by hand.
  static let other = "other"

  private let byLedger: [String: String]
  private let byKind: [String: [String?: String]]

  init() {
    byLedger = Dictionary(
      CampaignData.ledgerKinds.map { ($0.key, $0.topic) }, uniquingKeysWith: { first, _ in first })
    var byKind: [String: [String?: String]] = [:]
    for line in CampaignData.kindTopics where byKind[line.kind]?[line.industry] == nil {
      byKind[line.kind, default: [:]][line.industry] = line.topic
    }
    self.byKind = byKind
  }

  /// The topic of the ledger that lists a site; nil for one on no ledger.
  func ledgerTopic(of site: Site) -> String? { site.ledger.flatMap { byLedger[$0] } }

  /// The topics of a site but for complaints, the one that it is first of all before the others.
  func topics(of site: Site) -> [String] {
    if let listed = ledgerTopic(of: site) {
      return site.topics.isEmpty
        ? [listed] : site.topics.contains(listed) ? first(listed, of: site.topics) : site.topics
    }
    guard site.topics.isEmpty else {
      return site.topics.contains(Self.offList)
        ? first(Self.offList, of: site.topics) : site.topics
    }
    let kind = byKind[site.kind]
    let topic = kind?[site.industry] ?? kind?[nil] ?? Self.other
    return site.kind == "firm" && site.ledger == nil ? [Self.offList, topic] : [topic]
  }

  private func first(_ topic: String, of topics: [String]) -> [String] {
    topics.first == topic ? topics : [topic] + topics.filter { $0 != topic }
  }
}
