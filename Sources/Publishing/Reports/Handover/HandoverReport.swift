import CampaignData
public import Inspection

/// What the next crews must know 督查交接, one page a team.
public struct HandoverReport {
  private let handovers: Handovers
  private let facts: Facts
  private let asOf: Moment
  private let scope: String?
  private let teams: [Int]

  /// Takes what is known of all teams' ground.
  ///
  /// - Parameters:
  ///   - teams: whose pages are made, indices in `Facts.teams`, in order.
  ///   - cityCode: the only city that they are of; nil: any.
  public init(_ handovers: Handovers, of snapshot: Snapshot, teams: [Int], cityCode: String? = nil)
  {
    self.handovers = handovers
    facts = snapshot.facts
    asOf = snapshot.asOf
    scope = cityCode
    self.teams = teams
  }

  /// The report: a part a team.
  public var document: ReportDocument {
    let names = ReportNames(facts)
    let round = handovers.round
    var document = ReportDocument(
      title: ReportText.handoverTitle.phrase("\(round.number)"),
      subtitle: ReportText.handoverSubtitle.phrase([
        scope.map { names.city($0) } ?? ReportText.scopeAll.phrase(),
        ReportPhrase("\(teams.count)"),
        ReportPhrase(round.lastDay.description), ReportPhrase(FollowUpReport.moment(asOf)),
      ]), asOf: asOf)
    if asOf.date <= round.firstDay {
      document.warnings = [
        ReportText.handoverAhead.phrase("\(round.number)", round.firstDay.description)
      ]
    } else if asOf.date <= round.lastDay {
      document.warnings = [ReportText.handoverRunning.phrase(asOf.date.description)]
    }
    if teams.isEmpty { document.warnings.append(ReportText.handoverNoTeams.phrase()) }
    document.parts = teams.map { team in
      HandoverPage(handovers.team(team), round: round, facts: facts, asOf: asOf, names: names)
        .document
    }
    return document
  }
}
