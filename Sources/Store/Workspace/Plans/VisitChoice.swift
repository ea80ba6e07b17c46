public import CampaignData
internal import Geo
public import Inspection

/// How a visit came to be made, as its stop in a plan says.
public struct VisitChoice: Sendable, Hashable {
  /// Why it was chosen.
  public var basis: Basis
  /// The chance with which it was drawn; nil if it was not drawn or nobody wrote it down.
  public var inclusionProbability: Double?
  /// The chance of a problem that its stop was given.
  public var chance: Double?
}

extension Workspace {
  /// How visits were chosen, by visit, for those that name a stop of a plan known by a moment.
  public func visitChoices(asOf moment: Moment) throws -> [String: VisitChoice] {
    let known = SQL.literal(moment.description)
    let sql = """
      SELECT visits.id, stops.basis, stops.inclusion_probability, stops.chance FROM visits
      JOIN stops ON stops.id = visits.stop_id
      WHERE visits.known_at <= \(known) AND stops.known_at <= \(known) ORDER BY visits.fid
      """
    var choices: [String: VisitChoice] = [:]
    do {
      var reader = TableReader(dataset: layout.dataset)
      try reader.forEachRow(of: sql) { row in
        guard case .text(let visit) = row.values[0], case .text(let word) = row.values[1],
          let basis = Basis(rawValue: word)
        else { return }
        var probability: Double?
        if basis == .random, case .real(let number) = row.values[2], number > 0, number <= 1 {
          probability = number
        }
        var chance: Double?
        if case .real(let number) = row.values[3], (0...1).contains(number) { chance = number }
        choices[visit] = VisitChoice(
          basis: basis, inclusionProbability: probability, chance: chance)
      }
      try addSealedChoices(to: &choices, asOf: known, from: &reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
    return choices
  }

  /// Adds what days say that are released and still sealed.
  private func addSealedChoices(
    to choices: inout [String: VisitChoice], asOf known: String, from reader: inout TableReader
  ) throws {
    let now = Self.clock()
    let rows = try sealedRows().filter { $0.releaseAt <= now }
    guard !rows.isEmpty else { return }
    var visits: [String: [String]] = [:]
    let sql = "SELECT id, stop_id FROM visits WHERE known_at <= \(known) AND stop_id <> ''"
    try reader.forEachRow(of: sql) { row in
      guard case .text(let visit) = row.values[0], case .text(let stop) = row.values[1] else {
        return
      }
      visits[stop, default: []].append(visit)
    }
    guard !visits.isEmpty else { return }
    let key = try planKey()
    for row in rows {
      for stop in try row.opened(with: key).facts(SavedStop.self, of: row) {
        for visit in visits[stop.id] ?? [] {
          // Here a stop's inclusion probability goes, once a saved stop has one.
          choices[visit] = VisitChoice(
            basis: stop.basis, inclusionProbability: nil, chance: stop.chance)
        }
      }
    }
  }
}
