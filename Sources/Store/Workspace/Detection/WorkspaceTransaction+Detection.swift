public import CampaignData
internal import Geo
public import Inspection

extension WorkspaceTransaction {
  /// Says anew which cells are hot, and returns how many cells changed.
  ///
  /// Cells that change get a new version, known at `moment` or, if their last one was known later,
  /// when that was; all others stay as they are.
  public mutating func setHotCells(
    _ hot: Set<String>, among cells: [Cell], knownAt moment: Moment, importedAt: Moment,
    from file: String
  ) throws -> Int {
    let changed = cells.compactMap { cell -> Cell? in
      guard hot.contains(cell.id) != cell.isHot else { return nil }
      var after = cell
      after.isHot.toggle()
      after.knownAt = max(cell.knownAt, moment)
      return after
    }
    try wrapping {
      try $0.append(cells: changed, Provenance(file: file, importedAt: importedAt))
    }
    return changed.count
  }

  /// Adds alerts that are new or say something else than their last version, and returns how many.
  public mutating func append(
    alerts: [Alert], from file: String, importedAt: Moment
  ) throws -> Int {
    let known = try newest(Alert.self)
    let earlier = Dictionary(known.map { ($0.id, $0) }) { $1 }
    let changed = alerts.compactMap { alert -> Alert? in
      guard let before = earlier[alert.id] else { return alert }
      var after = alert
      after.knownAt = max(alert.knownAt, before.knownAt)
      var same = after
      (same.knownAt, same.issuedAt) = (before.knownAt, before.issuedAt)
      return same == before ? nil : after
    }
    try wrapping {
      try $0.append(changed, Provenance(file: file, importedAt: importedAt)) { $0.knownAt }
    }
    return changed.count
  }
}
