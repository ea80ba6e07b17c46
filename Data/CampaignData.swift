/// The campaign's facts as typed values, read once from the tables in `Data/tables`.
///
/// Each fact stands there once, with its source: `sourced` was read in a publication, `derived`
/// follows from sourced figures, `assumption` is neither and may be changed.
public enum CampaignData {
  /// The 39 inspected cities, as the plan lists them.
  public static let cities: [City] = EmbeddedTable(named: "cities").rows
    .compactMap(City.init)

  /// The eight units that the plan names apart: Xinji, Dingzhou, Gongyi, Changyuan, Huaxian,
  /// Jiyuan, Lankao and Yangling.
  public static let namedUnits: [NamedUnit] = EmbeddedTable(named: "named_units").rows
    .compactMap(NamedUnit.init)

  /// The 457 counties of August 2018 and what is known of other codes.
  public static let counties = CountyTable(
    counties: EmbeddedTable(named: "counties").rows.compactMap(County.init),
    recodings: EmbeddedTable(named: "recodings").rows.compactMap(Recoding.init),
    unlisted: EmbeddedTable(named: "unlisted_units").rows
      .compactMap(UnlistedUnit.init),
    renamings: EmbeddedTable(named: "county_renamings").rows
      .map { (code: $0.text("code"), name: $0.text("name")) })

  /// The 21 rounds with their phases and pauses.
  public static let rounds = RoundCalendar(
    phases: EmbeddedTable(named: "phases").rows.compactMap(Phase.init),
    rounds: EmbeddedTable(named: "rounds").rows.compactMap(CampaignRound.init),
    pauses: EmbeddedTable(named: "pauses").rows.compactMap(Pause.init))

  /// The thirteen topics of inspection, in the plan's order.
  public static let topics: [Topic] = EmbeddedTable(named: "topics").rows
    .compactMap(Topic.init)

  private static let cityPositions: [String: Int] = {
    var positions: [String: Int] = [:]
    for (index, city) in cities.enumerated() {
      for code in [city.code] + city.otherCodes { positions[code] = index }
    }
    return positions
  }()

  /// The city with a code: its own, or the one that statistics give it (110100 for Beijing).
  public static func city(code: String) -> City? {
    cityPositions[code].map { cities[$0] }
  }

  /// The topic with a key, as in `dust`.
  public static func topic(key: String) -> Topic? {
    topics.first { $0.key == key }
  }
}
