public import CampaignData
public import Inspection

/// The list of a day's problems handed over, and the formal one of a round: by city, then county.
public struct HandOverDocument {
  /// What it is of.
  public enum Kind: Sendable, Hashable {
    /// A day's list 督办问题清单 (the plan of 2018, section 5.3).
    case day(CalendarDate)
    /// The formal list of a round 督办函 (section 5.3).
    case round(Int)
  }

  private let kind: Kind
  private let records: [ProblemRecord]
  private let versions: [String: FoundProblem]
  private let scope: ReportPhrase?
  private let isDraft: Bool
  private let asOf: Moment

  /// - Parameters:
  ///   - records: the problems, by city and county.
  ///   - versions: as they were handed over, by identifier; others as they stand.
  ///   - scope: what it is limited to; nil: all cities.
  ///   - isDraft: true for what has not been handed over yet.
  public init(
    _ kind: Kind, records: [ProblemRecord], versions: [String: FoundProblem] = [:],
    scope: ReportPhrase?, isDraft: Bool = false, asOf: Moment
  ) {
    self.kind = kind
    self.records = records
    self.versions = versions
    self.scope = scope
    self.isDraft = isDraft
    self.asOf = asOf
  }

  /// All of it as one table.
  public var table: ReportTable { ProblemTables.handedOver(records, as: versions) }

  /// The document: a section for each city, a table for each county.
  public var document: ReportDocument {
    let title =
      switch kind {
      case .day(let day): ReportText.titleHandOver.phrase(day.description)
      case .round(let round): ReportText.titleLetter.phrase("\(round)")
      }
    var document = ReportDocument(
      title: title,
      subtitle: ReportText.subtitleHandOver.phrase([
        scope ?? ReportText.scopeAll.phrase(), ReportPhrase("\(records.count)"),
        ReportPhrase(FollowUpReport.moment(asOf)),
      ]), asOf: asOf)
    if isDraft { document.warnings.append(ReportText.handOverDraft.phrase()) }
    if records.isEmpty { document.warnings.append(ReportText.handOverNone.phrase()) }
    document.figures = [
      KeyFigure(ReportCell.grouped(records.count), ReportText.tableHandedOver.phrase()),
      KeyFigure(
        ReportCell.grouped(records.count { $0.problem.severity == "serious" }),
        ReportText.columnSerious.phrase()),
      KeyFigure(
        ReportCell.grouped(Set(records.map(\.cityCode)).count), ReportText.columnCity.phrase()),
      KeyFigure(
        ReportCell.grouped(Set(records.map(\.countyCode)).count), ReportText.columnCounty.phrase()),
    ]
    document.sections = sections
    return document
  }

  private var sections: [ReportSection] {
    Dictionary(grouping: records, by: \.cityCode).sorted { $0.key < $1.key }.map { city, own in
      let counties = Dictionary(grouping: own, by: \.countyCode).sorted { $0.key < $1.key }
      let tables = counties.map { county, rows in
        ReportBlock.table(
          ProblemTables.handedOver(
            rows, as: versions, key: "handed_over-\(county.isEmpty ? city : county)",
            caption: caption(rows)
          ).leaving(out: ["city", "county"]))
      }
      return ReportSection("city-\(city)", cityName(city), tables + [.note(demand)])
    }
  }

  private var demand: ReportPhrase { ReportText.handOverDemand.phrase() }

  private func cityName(_ code: String) -> ReportPhrase {
    guard !code.isEmpty else { return ReportText.unknown.phrase() }
    return ReportPhrase(zh: CityNames.name(code, in: .zh), en: CityNames.name(code, in: .en))
  }

  private func caption(_ rows: [ProblemRecord]) -> ReportPhrase {
    let name = rows.first?.county ?? ""
    return name.isEmpty ? ReportText.unknown.phrase() : ReportPhrase(recorded: name)
  }
}
