import CampaignData
import Geo
public import Inspection

/// The report of a week or a round, from its figures.
public struct FollowUpReport {
  let figures: FollowUpFigures
  let names: ReportNames
  /// Doubts that came up while the figures were gathered.
  let doubts: [ReportPhrase]
  /// Townships whose borders are not official.
  let unofficial: Int
  /// Rounds with visits that were known.
  let knownRounds: [Int]

  /// Takes figures and the facts that have the names in them.
  ///
  /// - Parameter unreadablePlans: Why plans of days that are over could not be read; nil: they could.
  public init(_ figures: FollowUpFigures, facts: Facts, unreadablePlans: String? = nil) {
    self.figures = figures
    names = ReportNames(facts)
    doubts =
      unreadablePlans.map {
        [ReportText.reachPlanMissing.phrase($0)]
      } ?? []
    unofficial = facts.townships.count {
      $0.source != "official" && (figures.cityCode == nil || $0.cityCode == figures.cityCode)
    }
    knownRounds = Set(facts.visits.map(\.round)).sorted()
  }

  /// The report.
  public var document: ReportDocument {
    var document = ReportDocument(title: title, subtitle: subtitle, asOf: figures.asOf)
    guard let total = figures.total else {
      document.warnings = nothing
      return document
    }
    if figures.period.isRunning {
      document.warnings.append(
        ReportText.running.phrase(figures.period.openDay.description))
    }
    document.warnings += doubts
    document.figures = keyFigures(total)
    document.sections = [
      foundSection(total), teamSection(total), placeSection(total), typeSection(total),
      reachSection, complaintSection, surveySection, noteSection,
    ].filter { !$0.blocks.isEmpty }
    return document
  }

  private var title: ReportPhrase {
    let days = figures.period.days
    return switch figures.period.kind {
    case .week:
      ReportText.titleWeek.phrase(days.lowerBound.description, days.upperBound.description)
    case .round(let round): ReportText.titleRound.phrase("\(round.number)")
    }
  }

  private var subtitle: ReportPhrase {
    let scope = figures.cityCode.map { names.city($0) } ?? ReportText.scopeAll.phrase()
    let last = figures.period.isAhead ? "–" : figures.period.lastDay.description
    return ReportText.subtitle.phrase([
      scope, ReportPhrase(figures.period.days.lowerBound.description), ReportPhrase(last),
      ReportPhrase(Self.moment(figures.asOf)),
    ])
  }

  /// Why there is nothing to report, and the next step.
  private var nothing: [ReportPhrase] {
    let days = figures.period.days
    let values = [
      days.lowerBound.description, days.upperBound.description, Self.moment(figures.asOf),
    ].map { ReportPhrase($0) }
    let text = figures.period.isAhead ? ReportText.nothingAhead : ReportText.nothingKnown
    let rounds = knownRounds.map(String.init).joined(separator: ", ")
    return [ReportText.nothingTitle.phrase(), text.phrase(values)]
      + (rounds.isEmpty ? [] : [ReportText.nothingRounds.phrase(rounds)])
  }

  private func keyFigures(_ total: HitRate) -> [KeyFigure] {
    let found = total.found
    var figures = [
      KeyFigure(ReportCell.grouped(found.trials), ReportText.figureVisits.phrase()),
      KeyFigure(ReportCell.grouped(found.successes), ReportText.figureProblems.phrase()),
      KeyFigure(
        Self.per100(found.rate), ReportText.figureRate.phrase(),
        detail: ReportText.interval.phrase(
          Self.per100(found.interval.lowerBound), Self.per100(found.interval.upperBound))),
      KeyFigure(
        ReportCell.grouped(self.figures.rates(by: .team).count { !$0.key.isEmpty }),
        ReportText.figureTeams.phrase()),
      KeyFigure(ReportCell.grouped(total.teamDays), ReportText.figureTeamDays.phrase()),
    ]
    let townships = reachTotal
    if townships.all > 0 {
      figures.append(
        KeyFigure(
          ReportCell.grouped(townships.visited), ReportText.figureTownships.phrase(),
          detail: ReportText.ofAll.phrase(ReportCell.grouped(townships.all))))
    }
    let complaints = complaintTotal
    if complaints.trials > 0 {
      figures.append(
        KeyFigure(
          ReportCell.grouped(complaints.successes), ReportText.figureComplaints.phrase(),
          detail: ReportText.ofAll.phrase(ReportCell.grouped(complaints.trials))))
    }
    return figures
  }

  /// A rate as problems per 100 visits.
  static func per100(_ rate: Double) -> String {
    rate.isFinite ? Decimal.text(rate * 100, places: 1) : "–"
  }

  /// A moment as people write it, in China's time.
  static func moment(_ moment: Moment) -> String {
    String(moment.description.prefix(16)).replacing("T", with: " ")
  }
}
