/// A rule that could not be kept everywhere, and the proof that nobody could have kept it.
///
/// The proof is Hall's: so many seats can be filled only from so many people, who are fewer.
public struct CrewShortage: Sendable, Hashable {
  /// The key of the rule in `crew_rules.csv`: `centre_leader`, `leader` or `size`.
  public let rule: String
  /// The round.
  public let round: Int
  /// How many seats break it.
  public let missing: Int
  /// How many must break it at least; equal to `missing` where it is proven.
  public let proven: Int
  /// The seats that share too few people.
  public let seats: Int
  /// The people who can take one of them.
  public let people: Int
  /// Why others of the pool cannot, with how many; each counts once.
  public let others: [Reason]

  /// A reason for which people cannot be used, and how many.
  public struct Reason: Sendable, Hashable {
    /// The reason's key.
    public let key: String
    /// How many.
    public let count: Int
    /// In Chinese.
    public let zh: String
    /// In English.
    public let en: String
  }

  /// In Chinese, a sentence or two.
  public var zh: String {
    let what = ["centre_leader": "处级及以上的中心组组长", "leader": "有经验的地方组长"][rule] ?? "人员"
    guard missing <= proven, seats > 0 else {
      return "第\(round)轮缺\(what) \(missing) 名，其中 \(proven) 名已证明不可避免"
    }
    let why = others.map { "\($0.count) 人\($0.zh)" }.joined(separator: "，")
    return "第\(round)轮缺\(what) \(missing) 名：\(seats) 个席位只能由 \(people) 人担任，"
      + "至少空缺 \(seats - people) 个" + (why.isEmpty ? "" : "（其余 \(why)）")
  }

  /// In English, a sentence or two.
  public var en: String {
    let what =
      ["centre_leader": "leaders of division rank", "leader": "experienced local leaders"][rule]
      ?? "people"
    guard missing <= proven, seats > 0 else {
      return
        "round \(round) lacks \(missing) \(what), of which \(proven) are proven to be necessary"
    }
    let why = others.map { "\($0.count) \($0.en)" }.joined(separator: ", ")
    return
      "round \(round) lacks \(missing) \(what): only \(people) people can take \(seats) seats, "
      + "so that at least \(seats - people) stay empty" + (why.isEmpty ? "" : " (others: \(why))")
  }
}
