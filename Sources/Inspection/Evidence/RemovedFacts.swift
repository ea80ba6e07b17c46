/// Facts to be taken away, by identifier, to see what would be decided without them.
struct RemovedFacts: Sendable, Hashable {
  /// Alerts 预警.
  var alerts: Set<String> = []
  /// Complaints 投诉.
  var complaints: Set<String> = []
  /// Electricity anomalies 用电异常.
  var anomalies: Set<String> = []
  /// Visits 检查.
  var visits: Set<String> = []
  /// Verifications 核查, by problem and moment.
  var rechecks: Set<String> = []
  /// Heavy-pollution warnings 重污染天气预警.
  var warnings: Set<String> = []
  /// Cells that are hot no more; they stay as ground.
  var hotCells: Set<String> = []

  /// Takes nothing away.
  init() {}

  /// Takes away what some reasons rest on, but never a site: what its record says is no fact of its own.
  init(behind reasons: some Sequence<Reason>) {
    for reason in reasons {
      switch reason.table {
      case .alerts: alerts.formUnion(reason.factIDs)
      case .complaints: complaints.formUnion(reason.factIDs)
      case .anomalies: anomalies.formUnion(reason.factIDs)
      case .visits: visits.formUnion(reason.factIDs)
      case .rechecks: rechecks.formUnion(reason.factIDs)
      case .cells: hotCells.formUnion(reason.factIDs)
      case .warnings: warnings.formUnion(reason.factIDs)
      case .sites, nil: break
      }
    }
  }

  /// True if nothing is taken away.
  var isEmpty: Bool { self == RemovedFacts() }
}

extension Facts {
  /// The facts without some of them.
  func removing(_ removed: RemovedFacts) -> Facts {
    var facts = self
    facts.alerts.removeAll { removed.alerts.contains($0.id) }
    facts.complaints.removeAll { removed.complaints.contains($0.id) }
    facts.anomalies.removeAll { removed.anomalies.contains($0.id) }
    facts.visits.removeAll { removed.visits.contains($0.id) }
    facts.rechecks.removeAll { removed.rechecks.contains($0.name) }
    facts.warnings.removeAll { removed.warnings.contains($0.id) }
    for index in facts.cells.indices where removed.hotCells.contains(facts.cells[index].id) {
      facts.cells[index].isHot = false
    }
    return facts
  }
}

extension Snapshot {
  /// The snapshot of the same moment without some of its facts: the same as one made of the rest, but
  /// what is left keeps its township and cell without being joined again.
  func removing(_ removed: RemovedFacts) -> Snapshot {
    let left = facts.complaints.indices.filter {
      !removed.complaints.contains(facts.complaints[$0].id)
    }
    return Snapshot(
      asOf: asOf, facts: facts.removing(removed), siteTownships: siteTownships,
      siteCells: siteCells, complaintTownships: left.map { complaintTownships[$0] },
      complaintCells: left.map { complaintCells[$0] })
  }
}
