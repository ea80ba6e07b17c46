public import CampaignData

/// What inspections of a period came to: the published facts behind the week's ranking and the round's
/// report, a pure function of what was known.
///
/// Nothing of a day counts before the day is over, and nothing that was known later than the snapshot.
public struct FollowUpFigures: Sendable {
  /// The period.
  public let period: ReportPeriod
  /// The moment of the snapshot.
  public let asOf: Moment
  /// The only city that counts; nil: all.
  public let cityCode: String?
  /// Visits and what they found, by each kind of part.
  public let rates: [HitRate]
  /// Visits by outcome and kind of site.
  public let outcomes: [OutcomeTally]
  /// Problems by city and type.
  public let problems: [ProblemTally]
  /// Every week up to the period's end.
  public let weeks: [WeekFigures]
  /// The round whose townships are counted: the period's last one that has begun; nil: none has.
  public let reachRound: CampaignRound?
  /// Townships reached in that round by the period's end, by city.
  public let reach: [TownshipReach]
  /// Townships reached in each round up to that one that has a visit, ascending.
  public let reachByRound: [(round: Int, reach: TownshipReach)]
  /// Complaints whose days ended in the period, by city.
  public let complaints: [ComplaintFollowUp]
  /// What counts as a visit of a complaint.
  public let rule: ComplaintFollowUp.Rule
  /// Cells alerted in the period.
  public let alerts: AlertFollowUp
  /// What the random share of the period's rounds says of all sites.
  public let survey: [SurveyDomain]
  /// Visits of the period whose team, place or choice nobody recorded.
  public let gaps: RecordGaps

  /// Counts what is known.
  ///
  /// - Parameters:
  ///   - source: What is known.
  ///   - period: The days that count.
  ///   - cityCode: Only visits, townships and complaints of this city; nil: all.
  ///   - rule: What counts as a visit of a complaint.
  /// - Throws: `PROJError` if the projection of the grid cannot be had, or an index error.
  /// - Complexity: O(n log n) in visits and complaints.
  public init(
    _ source: FollowUpSource, period: ReportPeriod, cityCode: String? = nil,
    rule: ComplaintFollowUp.Rule = .init()
  ) throws {
    let facts = source.snapshot.facts
    let isOwn = { (code: String) in cityCode == nil || code == cityCode }
    let all = try WorkedVisits(source.snapshot, bases: source.bases).rows
    let over = all.filter { $0.day <= period.lastDay && $0.day < period.openDay }
    let known = over.filter { isOwn($0.cityCode) }
    let counted = known.filter(period.counts)
    self.period = period
    asOf = source.snapshot.asOf
    self.cityCode = cityCode
    self.rule = rule
    rates = HitRate.all(of: counted)
    outcomes = OutcomeTally.tallies(of: counted)
    problems = ProblemTally.tallies(of: facts.problems, visits: counted)
    weeks = WeekFigures.weeks(of: known)
    gaps = RecordGaps(counted)
    let townships = facts.townships.indices.filter { isOwn(facts.townships[$0].cityCode) }
    let ground = RoundGround(facts.townships, townships: townships, visits: known)
    let round = period.rounds.last { $0.firstDay < period.openDay }
    reachRound = round
    let planned = round.map { ground.planned(source.planned, in: $0, through: period.lastDay) }
    reach = round.map { ground.reach(in: $0.number, planned: planned ?? []) } ?? []
    reachByRound = round.map { ground.totals(through: $0.number, planned: planned ?? []) } ?? []
    complaints = try ComplaintFollowUp.cities(
      source.snapshot, visits: all, in: period, by: rule
    ).filter { isOwn($0.cityCode) }
    alerts = AlertFollowUp(source.snapshot, visits: over, in: period) { cell in
      cityCode.map(cell.cityCodes.contains) ?? true
    }
    let rounds = Set(period.rounds.map(\.number))
    survey = SurveyDomain.domains(
      of: source.drawn.filter { rounds.contains($0.round) && isOwn($0.city) })
  }

  /// The parts of a kind.
  public func rates(by kind: HitRate.Kind) -> [HitRate] { rates.filter { $0.kind == kind } }

  /// All visits together; nil without one.
  public var total: HitRate? { rates(by: .all).first }
}
