extension CampaignData {
  /// The rules on crews, each with its paragraph.
  public static let crewRules: [CrewRule] = EmbeddedTable(named: "crew_rules").rows
    .compactMap(CrewRule.init)

  /// The cities of the provinces that send inspectors, for what is invented.
  public static let sendingCities: [SendingCity] = EmbeddedTable(named: "sending_cities").rows
    .compactMap(SendingCity.init)

  /// The rule with a key, as in `barred_province`.
  public static func crewRule(_ key: String) -> CrewRule? {
    crewRules.first { $0.key == key }
  }

  /// Whether a post is of division rank 处级 or above, by `crew_positions.csv`.
  ///
  /// The longest wording that the title holds decides, of equal ones the first whose employer fits.
  /// False where no wording fits.
  public static func isOfDivisionRank(position: String, employer: String) -> Bool {
    rankedPositions.first { ranked in
      position.contains(ranked.position)
        && (ranked.employer.isEmpty || employer.contains(ranked.employer))
    }?.isDivision ?? false
  }

  /// Wordings of posts, the longest first.
  static let rankedPositions: [RankedPosition] =
    EmbeddedTable(named: "crew_positions").rows.compactMap(RankedPosition.init)
    .enumerated().sorted {
      ($1.element.position.count, $0.offset) < ($0.element.position.count, $1.offset)
    }.map(\.element)
}
