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
    if options.kind == .handover, case .round(let round) = period.kind {
      return try handover(of: round, snapshot)
    }
    let (planned, unreadable) = try plannedVisits()
    let source = FollowUpSource(
      snapshot: snapshot, bases: try workspace.visitChoices(asOf: moment).mapValues(\.basis),
      planned: planned, drawn: try drawnVisits())
    let figures = try FollowUpFigures(
      source, period: period, cityCode: cityCode, rule: options.rule)
    return FollowUpReport(figures, facts: snapshot.facts, unreadablePlans: unreadable).document
  }

  /// What the next crews must know, of all teams or of those asked for.
  private func handover(of round: CampaignRound, _ snapshot: Snapshot) throws -> ReportDocument {
    let teams = snapshot.facts.teams
    let chosen = teams.indices.filter { index in
      options.team.map { [teams[index].id, teams[index].name].contains($0) }
        ?? (cityCode == nil || teams[index].cityCode == cityCode)
    }
    if let team = options.team, chosen.isEmpty {
      let guess = Suggestion.nearest(to: team, in: teams.flatMap { [$0.id, $0.name] })
      throw CommandFailure(
        status: .usage, message: "there is no team \"\(team)\"",
        hint: (guess.map { "Did you mean \($0)? " } ?? "")
          + "Name it by its identifier or name, as in the table teams.")
    }
    let handovers = try Handovers(
      snapshot, round: round, settings: workspace.settings.planSettings, rule: options.rule)
    return HandoverReport(handovers, of: snapshot, teams: chosen, cityCode: cityCode).document
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
