public import CampaignData
internal import Geo
public import Inspection

/// How a visit came to be made, as its stop in a plan says.
public struct VisitChoice: Sendable, Hashable {
  /// Why it was chosen.
  public var basis: Basis
  /// The chance with which it was drawn; nil if it was not drawn or nobody wrote it down.
  public var inclusionProbability: Double?
}

extension Workspace {
  /// How visits were chosen, by visit, for those that name a stop of a plan known by a moment.
  public func visitChoices(asOf moment: Moment) throws -> [String: VisitChoice] {
    let known = SQL.literal(moment.description)
    let sql = """
      SELECT visits.id, stops.basis, stops.inclusion_probability FROM visits
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
        choices[visit] = VisitChoice(basis: basis, inclusionProbability: probability)
      }
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
    return choices
  }
}
