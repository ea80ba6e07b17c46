internal import CampaignData
internal import Geo

/// Reads a line of the month's task plan: the month in one spelling, the place by code or name, a
/// share from 0 to 1.
struct TaskPlanCompletion: Completion {
  private let columns: ColumnAccess
  private var sums: [String: Double] = [:]
  private var seen: Set<String> = []
  private var outside: Set<String> = []

  init(_ match: HeadingMatch) { columns = ColumnAccess(match) }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    guard let text = columns.text("month", of: draft), let month = CalendarMonth(text) else {
      throw columns.rejection("month", of: draft, "no month; expected one as in 2018-11")
    }
    columns.set("month", .text(month.description), of: &draft)
    let city = try city(of: draft)
    let county = try county(of: draft, city: city)
    let named = city ?? county.flatMap { CampaignData.counties.resolve($0).cityCode }
    columns.set("city_code", .optional(named), of: &draft)
    columns.set("county_code", .optional(county), of: &draft)
    try checkShare(draft)
    count(draft, month, county ?? named ?? "")
  }

  var remarks: [String] {
    var remarks = outside.sorted().map { "\($0) is no month of the campaign: nothing will use it." }
    remarks += sums.filter { $0.value > 1.0005 }.sorted { $0.key < $1.key }.map { place, sum in
      "The shares of \(place) add up to \(Int((sum * 100).rounded())) %: more than all visits."
    }
    return remarks
  }

  private func city(of draft: Draft) throws(Rejection) -> String? {
    guard let text = columns.text("city_code", of: draft) else { return nil }
    guard let code = PlaceNames.cityCode(text) else {
      throw columns.rejection("city_code", of: draft, "none of the 39 inspected cities")
    }
    return code
  }

  private func county(of draft: Draft, city: String?) throws(Rejection) -> String? {
    guard let text = columns.text("county_code", of: draft) else { return nil }
    let named =
      CampaignData.counties.resolve(text) != .unknown
      ? [text] : PlaceNames.countyCodes(named: text, cityCode: city)
    guard named.count == 1 else {
      throw columns.rejection(
        "county_code", of: draft,
        named.isEmpty
          ? "no county of the inspected cities"
          : "several cities have a county of this name; give its code or the city")
    }
    let own = CampaignData.counties.resolve(named[0]).cityCode
    guard city == nil || own == nil || city == own else {
      throw columns.rejection("county_code", of: draft, "a county of another city")
    }
    return named[0]
  }

  private func checkShare(_ draft: Draft) throws(Rejection) {
    guard let share = columns.number("share", of: draft) else { return }
    guard (0...1).contains(share) else {
      throw columns.rejection(
        "share", of: draft, "no part of the visits; expected 0 to 1, as in 0.25 for 25 %")
    }
  }

  /// Adds up shares by month and place; of a repeated line only the first counts, as in the table.
  private mutating func count(_ draft: Draft, _ month: CalendarMonth, _ place: String) {
    let name = [month.description, place].filter { !$0.isEmpty }.joined(separator: " ")
    let line = [
      name, columns.text("topic", of: draft) ?? "", columns.text("ledger", of: draft) ?? "",
    ].joined(separator: "\u{1F}")
    if seen.insert(line).inserted {
      sums[name, default: 0] += columns.number("share", of: draft) ?? 0
    }
    let phases = CampaignData.rounds.phases
    if let first = phases.first?.firstDay, let last = phases.last?.lastDay,
      month < CalendarMonth(first) || month > CalendarMonth(last)
    {
      outside.insert(month.description)
    }
  }
}
