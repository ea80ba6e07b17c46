internal import CampaignData
internal import Geo
internal import Inspection

/// What the workspace knows already that an import checks its records against.
struct KnownPlaces {
  /// The counties; nil where none is loaded.
  let counties: CountyLocator?
  /// The townships.
  let townships: [Township]
  /// The cells.
  let cells: [Cell]

  /// Reads the boundaries of a workspace.
  init(_ transaction: inout WorkspaceTransaction) throws {
    counties = try CountyLocator(transaction.newest(CountyArea.self))
    townships = try transaction.newest(Township.self)
    cells = try transaction.newest(Cell.self)
  }
}

extension WorkspaceTransaction {
  /// The newest version of each fact of one kind, whenever it was known, by key.
  mutating func newest<Fact: StoredFact>(_ kind: Fact.Type) throws -> [Fact] {
    let reader = FactReader(asOf: nil, dataset: dataset)
    return try wrapping { try reader.newest(kind, from: &$0.writer) }
  }
}
