public import CampaignData
internal import Geo
public import Inspection

extension WorkspaceTransaction {
  /// Adds facts of every kind as new rows; those of an earlier version stay beside them.
  ///
  /// A share of a cell counts as known when both the cell and the township are.
  public mutating func append(_ facts: Facts, from file: String, importedAt: Moment) throws {
    let origin = Provenance(file: file, importedAt: importedAt)
    try append(facts.counties, origin) { $0.knownAt }
    try append(facts.townships, origin) { $0.knownAt }
    try append(cells: facts.cells, origin)
    let known = ShareMoments(facts)
    try append(facts.cellShares, origin) { known[$0] ?? importedAt }
    try append(facts.sites, origin) { $0.knownAt }
    try append(facts.alerts, origin) { $0.knownAt }
    try append(facts.complaints, origin) { $0.knownAt }
    try append(facts.anomalies, origin) { $0.knownAt }
    try append(facts.teams, origin) { $0.knownAt }
    try append(facts.visits, origin) { $0.knownAt }
    try append(facts.warnings, origin) { $0.knownAt }
    try append(facts.orders, origin) { $0.knownAt }
    try append(facts.problems, origin) { $0.knownAt }
    try append(facts.rechecks, origin) { $0.knownAt }
    try append(facts.taskPlan, origin) { $0.knownAt }
  }

  /// Where rows come from.
  struct Provenance {
    /// The file, or who made them.
    var file: String
    /// When they are stored.
    var importedAt: Moment
  }

  /// Adds facts of one kind.
  mutating func append<Fact: StoredFact>(
    _ facts: [Fact], _ origin: Provenance, knownAt: (Fact) -> Moment
  ) throws {
    let layout = try RowLayout(Fact.self)
    for fact in facts {
      let row = layout.row(fact.values, knownAt: knownAt(fact), origin)
      try store(Feature(values: row, geometry: fact.geometry), in: Fact.table)
    }
  }

  /// Adds cells; those of our own grid are drawn as squares, for maps.
  mutating func append(cells: [Cell], _ origin: Provenance) throws {
    let layout = try RowLayout(Cell.self)
    let squares = try CellSquares(cells)
    for (index, cell) in cells.enumerated() {
      let row = layout.row(cell.values, knownAt: cell.knownAt, origin)
      let geometry = cell.geometry ?? squares[index].map(Geometry.area)
      try store(Feature(values: row, geometry: geometry), in: Cell.table)
    }
  }
}

/// Puts a fact's values into the columns of its table.
struct RowLayout {
  private let positions: [Int]
  private let count: Int

  init<Fact: StoredFact>(_ kind: Fact.Type) throws(StoreError) {
    try self.init(table: Fact.table, columns: Fact.columns)
  }

  init(table: String, columns: [String]) throws(StoreError) {
    let names = Schema.table(named: table)?.columns.map(\.name) ?? []
    positions = columns.compactMap { names.firstIndex(of: $0) }
    count = names.count
    guard positions.count == columns.count else {
      throw StoreError(
        .software, "the dictionary of tables lacks a column", file: "table \(table)",
        expected: columns.joined(separator: ", "),
        nextStep: "Report this as a fault of the program.")
    }
  }

  /// A row with the values in their places, and `known_at`, `imported_from`, `imported_at` last.
  func row(
    _ values: [FieldValue], knownAt: Moment, _ origin: WorkspaceTransaction.Provenance
  ) -> [FieldValue] {
    var row = [FieldValue](repeating: .null, count: count)
    for (position, value) in zip(positions, values) { row[position] = value }
    row[count - 3] = .moment(knownAt)
    row[count - 2] = .text(origin.file)
    row[count - 1] = .moment(origin.importedAt)
    return row
  }
}

/// When the share of a cell in a township can be known: once both are.
private struct ShareMoments {
  private let cells: [String: Moment]
  private let townships: [String: Moment]

  init(_ facts: Facts) {
    cells = Dictionary(facts.cells.map { ($0.id, $0.knownAt) }) { $1 }
    townships = Dictionary(facts.townships.map { ($0.code, $0.knownAt) }) { $1 }
  }

  subscript(share: CellShare) -> Moment? {
    [cells[share.cellID], townships[share.townshipCode]].compactMap(\.self).max()
  }
}
