internal import CampaignData

/// What an off-list find is, by how it is called.
public enum SiteKindWords {
  /// The kind (vocabulary `site_kind`) whose wording ends a name, else `firm`.
  ///
  /// A firm is what makes something: `锅炉厂` is one and `锅炉房` is a boiler. The longest wording that
  /// ends the name decides, so `露天矿山` before `矿`.
  public static func kind(of name: String) -> String {
    let name = FoldedText(name).text
    let found = wordings.first { name.hasSuffix($0.wording) }
    return found?.kind ?? "firm"
  }

  private static let wordings: [(wording: String, kind: String)] = {
    let terms = CampaignData.vocabulary(named: "site_kind")?.terms ?? []
    let all = terms.filter { $0.key != "other" }.flatMap { term in
      ([term.zh] + term.aliases).map { (wording: FoldedText($0).text, kind: term.key) }
    }
    return all.filter { !$0.wording.isEmpty }.sorted {
      ($1.wording.count, $0.wording) < ($0.wording.count, $1.wording)
    }
  }()
}
