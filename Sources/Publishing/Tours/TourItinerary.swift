import CampaignData
import Inspection

/// Where groups are on each day of a tour.
public struct TourItinerary {
  private let tour: Tour
  private let teams: [Team]

  init(_ tour: Tour, facts: Facts) {
    self.tour = tour
    teams = facts.teams
  }

  /// The itinerary for a terminal, with a line of totals.
  public func text(_ language: Language) -> String {
    let columns = CampaignData.columns(ofList: "tour").filter { $0.key != "city_code" }
    let words: Set = ["group", "team_id", "date", "city", "from"]
    var table = TextTable(
      columns.map { column in
        (
          language.pick(zh: column.headingZH, en: column.headingEN),
          words.contains(column.key) ? .left : .right
        )
      })
    for row in rows(language) {
      table.append(row.enumerated().filter { $0.offset != 3 }.map(\.element))
    }
    let stops = tour.groups.flatMap(\.days).reduce(0) { $0 + $1.list.stops.count }
    table.appendFooter([
      ReportText.all.phrase().text(language), "", "", "", "", "", String(stops),
      Decimal.text(tour.expected, places: 1), "",
    ])
    return table.text
  }

  /// The itinerary as CSV.
  func csv(_ language: Language) -> String {
    var table = DelimitedText(list: "tour", language: language)
    for row in rows(language) { table.append(row) }
    return table.text
  }

  /// The itinerary as JSON, a member a day and group.
  public var json: JSONText {
    let keys = CampaignData.columns(ofList: "tour").map(\.key)
    let numbers: Set = ["group", "drive_minutes", "stops", "duration_minutes"]
    return .array(
      rows(.zh).map { row in
        .object(
          zip(keys, row).map { key, value in
            .init(
              key,
              numbers.contains(key) ? Int(value).map(JSONText.integer) ?? .null : .string(value))
          })
      })
  }

  private func rows(_ language: Language) -> [[String]] {
    tour.groups.enumerated().flatMap { number, group in
      group.days.map { day in
        [
          String(number + 1), teams[group.team].id, day.date.description,
          tour.cities[day.city].code, CityNames.name(tour.cities[day.city].code, in: language),
          day.from.map { CityNames.name(tour.cities[$0].code, in: language) } ?? "",
          String(day.drive / 60), String(day.list.stops.count),
          Decimal.text(day.expected, places: 2), String(day.list.duration / 60),
        ]
      }
    }
  }
}
