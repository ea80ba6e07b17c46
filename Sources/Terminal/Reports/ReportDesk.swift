import CampaignData
import Inspection
package import Publishing
package import Store

/// Gathers what is known of a period and writes it down as a report, before it has a format.
package struct ReportDesk {
  private let options: ReportOptions
  private let workspace: Workspace
  private let cityCode: String?
  private let moment: Moment
  private let period: ReportPeriod

  /// Checks what is asked for; throws what is wrong with it before anything is read.
  package init(_ options: ReportOptions, workspace: Workspace) throws {
    if let output = options.output { try TextDocument.check(output, overwrite: options.overwrite) }
    self.options = options
    self.workspace = workspace
    cityCode = try options.cityCode()
    // Days that the clock has not ended are not over, whatever moment is asked for.
    moment = min(options.asOf ?? .now, .now)
    period = try options.period(asOf: moment)
  }

  /// The report.
  package func document() throws -> ReportDocument {
    let snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    let (planned, unreadable) = try plannedVisits()
    let source = FollowUpSource(
      snapshot: snapshot, bases: try workspace.visitChoices(asOf: moment).mapValues(\.basis),
      planned: planned, drawn: try drawnVisits())
    let figures = try FollowUpFigures(
      source, period: period, cityCode: cityCode, rule: options.rule)
    return FollowUpReport(figures, facts: snapshot.facts, unreadablePlans: unreadable).document
  }

  /// The stops of days that are over; without the key of sealed ones none, and why.
  private func plannedVisits() throws -> (visits: [PlannedVisit], unreadable: String?) {
    do {
      let visits = try period.rounds.flatMap {
        try workspace.plannedVisits(in: $0, before: period.openDay, asOf: moment)
      }
      return (visits, nil)
    } catch let error as StoreError
      where [.inputMissing, .refused, .unavailable].contains(error.code)
    {
      return ([], error.message)
    }
  }

  /// What became of the sites drawn by lot.
  private func drawnVisits() throws -> [DrawnVisit] {
    let rounds = Set(period.rounds.map(\.number))
    let units = try workspace.drawnUnits(asOf: moment).filter { rounds.contains($0.round) }
    guard !units.isEmpty else { return [] }
    return try DrawnVisit.of(units, in: workspace.history(asOf: moment), asOf: moment)
  }
}
