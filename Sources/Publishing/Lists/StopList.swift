import CampaignData
import Geo
import Inspection

/// The teams' stops as a table: who goes where, in which order, and why.
enum StopList {
  /// The table `targets.csv` of some team days, in their order.
  ///
  /// Only headings depend on the language; places are WGS-84.
  static func text(of days: [TeamDay], facts: Facts, language: Language) -> String {
    var table = DelimitedText(list: "targets", language: language)
    for day in days {
      let team = facts.teams[day.team]
      for stop in day.stops { table.append(row(stop, date: day.date, team: team, facts: facts)) }
    }
    return table.text
  }

  private static func row(
    _ stop: Stop, date: CalendarDate, team: Team, facts: Facts
  ) -> [String] {
    let target = stop.target
    let why = stop.why(facts: facts)
    let township = facts.township(at: target.township)
    return [
      team.id, team.name, CityNames.name(team.cityCode, in: .zh), date.description,
      String(stop.order), target.id, target.kind.rawValue, target.name,
      township?.code ?? "", township?.name ?? "", township?.county ?? "", target.cellID ?? "",
      Decimal.text(target.position.x, places: 7), Decimal.text(target.position.y, places: 7),
      stop.basis.rawValue,
      stop.inclusionProbability.map { Decimal.text($0, places: 6) } ?? "",
      Decimal.text(target.chance, places: 4),
      target.reasonsText(.zh), target.reasonsText(.en), target.evidenceText,
      target.chancesWithoutText, why.zh, why.en, stop.arrival.description,
      target.nearbyText, township?.source ?? "", target.topic,
    ]
  }
}
