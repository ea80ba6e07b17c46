import CampaignData
import Inspection

/// What is written of a problem, a cell a value.
struct ProblemCells {
  /// A name or word that somebody recorded, long numbers masked.
  static func name(_ text: String) -> ReportCell {
    text.isEmpty ? .none : .text(ReportPhrase(recorded: text))
  }

  /// An identifier.
  static func code(_ text: String) -> ReportCell {
    text.isEmpty ? .none : .text(ReportPhrase(code: text))
  }

  /// A word of a vocabulary, or as somebody wrote it.
  static func word(_ key: String?, of vocabulary: String) -> ReportCell {
    guard let key, !key.isEmpty else { return .none }
    guard let term = CampaignData.vocabulary(named: vocabulary)?.term(key: key) else {
      return name(key)
    }
    return .text(ReportPhrase(zh: term.zh, en: term.en))
  }

  /// A day.
  static func day(_ day: CalendarDate?) -> ReportCell {
    day.map { .text(ReportPhrase(code: $0.description)) } ?? .none
  }

  /// A moment to the minute, in China's time.
  static func moment(_ moment: Moment?) -> ReportCell {
    moment.map { .text(ReportPhrase(code: FollowUpReport.moment($0))) } ?? .none
  }

  /// An inspected city.
  static func city(_ code: String) -> ReportCell {
    guard !code.isEmpty else { return .none }
    return .text(
      ReportPhrase(zh: CityNames.name(code, in: .zh), en: CityNames.name(code, in: .en)))
  }

  /// Yes, or nothing.
  static func flag(_ flag: Bool) -> ReportCell {
    flag ? .text(ReportPhrase(zh: "是", en: "yes")) : .none
  }

  /// Where a problem is: county, township.
  static func ground(_ record: ProblemRecord) -> [ReportCell] {
    [city(record.cityCode), name(record.county), name(record.township)]
  }
}
