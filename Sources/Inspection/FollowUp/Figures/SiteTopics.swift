import CampaignData

/// Which topics 督查内容 a site counts for.
enum SiteTopics {
  /// The site's own topics, else the one that its ledger 台账 stands for; none without either.
  static func keys(of site: Site) -> [String] {
    guard site.topics.isEmpty else { return site.topics }
    return site.ledger.flatMap { topicOfLedger[$0] }.map { [$0] } ?? []
  }

  private static let topicOfLedger = Dictionary(
    CampaignData.ledgerKinds.map { ($0.key, $0.topic) }, uniquingKeysWith: { first, _ in first })
}
