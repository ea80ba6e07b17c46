internal import CampaignData

/// What a chain of evidence 证据链 lacks; the words are those of the vocabulary `evidence_gap`.
public enum EvidenceGap: Sendable, Hashable {
  /// Fewer confirm it than must.
  case who(found: Int, needed: Int)
  /// No team is named.
  case team
  /// A day without a time of day.
  case when
  /// It is of no known site.
  case site
  /// It says not where it was reported from.
  case place
  /// It was reported from farther off the site than evidence may be, in metres.
  case distance(metres: Double)
  /// No outcome is known.
  case outcome
  /// A problem without a type.
  case type
  /// A problem without a record of questioning 笔录.
  case record
  /// A problem without a photo.
  case photo

  /// The key, as in `who`.
  public var key: String {
    switch self {
    case .who: "who"
    case .team: "team"
    case .when: "when"
    case .site: "site"
    case .place: "where"
    case .distance: "distance"
    case .outcome: "outcome"
    case .type: "type"
    case .record: "record"
    case .photo: "photo"
    }
  }

  /// What is missing, in Chinese and English, with numbers where there are any.
  public var words: (zh: String, en: String) {
    let term = CampaignData.vocabulary(named: "evidence_gap")?.term(key: key)
    let (zh, en) = (term?.zh ?? key, term?.en ?? key)
    switch self {
    case .who(let found, let needed):
      return ("\(zh)（\(found)/\(needed)）", "\(en) (\(found) of \(needed))")
    case .distance(let metres):
      let whole = Int(exactly: metres.rounded()) ?? 0
      return ("\(zh) \(whole) 米", "\(en) by \(whole) m")
    default: return (zh, en)
    }
  }
}
