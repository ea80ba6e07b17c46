public import CampaignData
internal import Geo
internal import Inspection

extension Workspace {
  /// Whether each visit's evidence is complete: at least two who confirmed it, photos and a record.
  ///
  /// Visits of which none of the three was written down are left out: nobody knows.
  /// Source: the plan of 2018, sections 5.2 and 9.3.
  public func completeProofs(asOf moment: Moment) throws -> [String: Bool] {
    let sql = """
      SELECT id, confirmed_by, photos, record FROM visits
      WHERE known_at <= \(SQL.literal(moment.description)) ORDER BY known_at, imported_at, fid
      """
    var proofs: [String: Bool] = [:]
    do {
      var reader = TableReader(dataset: layout.dataset)
      try reader.forEachRow(of: sql) { row in
        guard case .text(let visit) = row.values[0] else { return }
        let parts = row.values[1...3].map { value in
          if case .text(let text) = value { text } else { "" }
        }
        guard parts.contains(where: { !$0.isEmpty }) else {
          proofs[visit] = nil
          return
        }
        let people = parts[0].split(separator: ";").count
        proofs[visit] = people >= 2 && !parts[1].isEmpty && !parts[2].isEmpty
      }
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
    return proofs
  }
}
