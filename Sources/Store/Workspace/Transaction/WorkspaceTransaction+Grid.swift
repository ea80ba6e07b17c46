internal import CampaignData
internal import Geo
internal import Inspection

extension WorkspaceTransaction {
  /// Adds what of our own grid is new or has changed, and gives back the cells in use.
  ///
  /// An official grid, if one is loaded, is left as it is.
  mutating func rebuildGrid(
    counties: [CountyArea], townships: [Township]
  ) throws -> [Cell] {
    let reader = FactReader(asOf: nil, dataset: dataset)
    let known = try reader.newest(Cell.self, from: &writer)
    let isOfficial = known.contains { $0.place == nil }
    guard !isOfficial, !counties.isEmpty else { return known }
    let derived = try DerivedGrid(counties: counties, townships: townships, known: known)
    let latest = (counties.map(\.knownAt) + townships.map(\.knownAt)).max()
    guard let latest else { return known }
    let imported = try latestImport(into: ["counties", "townships", "cells", "cell_townships"])
    let origin = Provenance(
      file: "derived from the boundaries", importedAt: imported ?? latest)
    try appendChanged(derived.cells, known: known, origin)
    try appendChanged(derived.shares, latest: latest, origin)
    return try reader.newest(Cell.self, from: &writer)
  }

  /// When something was last stored in some tables: what is derived then must not lose to it.
  private mutating func latestImport(into tables: [String]) throws -> Moment? {
    var latest: Moment?
    for table in tables {
      let sql = "SELECT max(imported_at) AS latest FROM \(SQL.identifier(table))"
      for row in try writer.query(sql) {
        guard case .text(let text)? = row.values.first, let moment = Moment(stored: text) else {
          continue
        }
        latest = max(latest ?? moment, moment)
      }
    }
    return latest
  }

  /// Adds cells that are new or whose cities changed; a version never predates the one before.
  private mutating func appendChanged(
    _ cells: [Cell], known: [Cell], _ origin: Provenance
  ) throws {
    let earlier = Dictionary(known.map { ($0.id, $0) }) { $1 }
    let changed = cells.compactMap { cell -> Cell? in
      guard let before = earlier[cell.id] else { return cell }
      var after = cell
      after.knownAt = max(cell.knownAt, before.knownAt)
      return after.cityCodes == before.cityCodes ? nil : after
    }
    try append(cells: changed, origin)
  }

  /// Adds shares that are new or changed, and withdraws those that are no more.
  private mutating func appendChanged(
    _ shares: [(share: CellShare, knownAt: Moment)], latest: Moment, _ origin: Provenance
  ) throws {
    let reader = FactReader(asOf: nil, dataset: dataset)
    let stored = try reader.newest(CellShare.self, from: &writer)
    var earlier = Dictionary(stored.map { ($0.key, $0) }) { $1 }
    var changed: [(share: CellShare, knownAt: Moment)] = []
    for entry in shares {
      let before = earlier.removeValue(forKey: entry.share.key)
      if before == entry.share { continue }
      changed.append((entry.share, before == nil ? entry.knownAt : latest))
    }
    let gone = earlier.values.filter { !$0.isWithdrawn }.sorted { $0.key < $1.key }
    for share in gone {
      var withdrawn = share
      (withdrawn.shareOfCell, withdrawn.shareOfTownship) = (0, 0)
      changed.append((withdrawn, latest))
    }
    let layout = try RowLayout(CellShare.self)
    for entry in changed {
      let row = layout.row(entry.share.values, knownAt: entry.knownAt, origin)
      try store(Feature(values: row), in: CellShare.table)
    }
  }
}
