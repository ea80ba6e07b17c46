import CampaignData

/// Townships that the round before left out, which the next one visits first.
struct OverdueTownships {
  /// Indices in `Facts.townships`.
  let townships: Set<Int>

  /// A township is overdue without a known visit in the round before, nor a stop of its plan to come.
  ///
  /// Where no visit of that round is known at all its plan counts
  /// as carried out; without a plan either, nothing is overdue. Nor is what the phase of that round
  /// (`scope`) left out.
  init(
    history: VisitHistory, lastRound: EarlierPlan?, facts: Facts, asOf moment: Moment,
    scope: PhaseScope? = nil
  ) {
    let hasVisits = history.inLastRound.contains { $0 > 0 }
    guard hasVisits || lastRound != nil else {
      townships = []
      return
    }
    let awaited = Set(
      (lastRound?.stops ?? []).filter { !hasVisits || $0.day >= moment.date }
        .compactMap(\.township))
    townships = Set(
      facts.townships.indices.filter {
        history.inLastRound[$0] == 0 && !awaited.contains(facts.townships[$0].code)
          && scope?.includes(city: facts.townships[$0].cityCode) ?? true
      })
  }
}
