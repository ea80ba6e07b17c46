internal import CampaignData

/// Which field of a file brings which column.
struct HeadingMatch {
  /// The columns of the kind.
  let columns: [ColumnDefinition]
  /// The field that brings each column; nil where none does.
  let fields: [Int?]
  /// The headings as the file has them.
  let headings: [String]

  private let positions: [String: Int]

  /// Matches the headings of a file with a kind's columns: first what the user mapped, then by the
  /// dictionary, where a column's own name wins over its titles and those over other wordings.
  ///
  /// Throws `usage` if the map names a heading or column that is not there.
  init(headings: [String], kind: ImportKind, map: [String: String]) throws(StoreError) {
    columns = kind.columns
    self.headings = headings
    var positions: [String: Int] = [:]
    for (index, column) in kind.columns.enumerated().reversed() { positions[column.name] = index }
    self.positions = positions
    var fields = [Int?](repeating: nil, count: kind.columns.count)
    var isTaken = [Bool](repeating: false, count: headings.count)
    for (heading, column) in map.sorted(by: { $0.key < $1.key }) {
      let field = try Self.field(heading, in: headings)
      fields[try Self.position(of: column, in: positions, of: kind)] = field
      isTaken[field] = true
    }
    for candidate in Self.candidates(headings, kind.columns)
    where fields[candidate.column] == nil && !isTaken[candidate.field] {
      fields[candidate.column] = candidate.field
      isTaken[candidate.field] = true
    }
    self.fields = fields
  }

  /// The place of a column in `columns`; nil if the kind has none of that name.
  func position(of column: String) -> Int? { positions[column] }

  /// The field that brings a column; nil if none does.
  func field(of column: String) -> Int? { positions[column].flatMap { fields[$0] } }

  /// The heading that brings a column; the column's own name if none does.
  func heading(of column: Int) -> String {
    fields[column].map { headings[$0] } ?? columns[column].name
  }

  /// The headings that bring nothing.
  var unmatched: [String] {
    let used = Set(fields.compactMap(\.self))
    return headings.indices.filter { !used.contains($0) }.map { headings[$0] }
  }

  /// Throws `badData` if a column that no record can do without is missing.
  ///
  /// - Parameter waived: columns that need not be there.
  func requireColumns(of kind: ImportKind, waived: Set<String>, file: String) throws(StoreError) {
    let missing = columns.indices.filter {
      columns[$0].isRequired && fields[$0] == nil && !waived.contains(columns[$0].name)
    }
    if let first = missing.first { throw absence(of: missing.map { columns[$0] }, first, file) }
    guard !kind.oneOf.isEmpty, !kind.oneOf.contains(where: waived.contains),
      kind.oneOf.allSatisfy({ field(of: $0) == nil })
    else { return }
    let wanted = kind.oneOf.compactMap(kind.column(named:))
    throw absence(of: wanted, positions[kind.oneOf[0]] ?? 0, file, isAlternative: true)
  }

  private func absence(
    of missing: [ColumnDefinition], _ first: Int, _ file: String, isAlternative: Bool = false
  ) -> StoreError {
    let names = missing.map { "\($0.name) (\($0.zh))" }
    let column = columns[first]
    let spellings = [column.name, column.zh, column.en] + column.aliases
    let near = unmatched.first { NearestWord.to($0, among: spellings) != nil }
    let hint = near.map { "Did you mean \"\($0)\"? Then" } ?? "If another heading means it,"
    return StoreError(
      .badData,
      isAlternative
        ? "none of the columns is there that tell what a record is about"
        : "a column is missing that every record needs",
      file: file, found: headings.joined(separator: ", "),
      expected: names.joined(separator: isAlternative ? " or " : ", "),
      nextStep: "\(hint) add --map \(near ?? unmatched.first ?? column.zh)=\(column.name).")
  }

  /// All pairs of heading and column that the dictionary knows, the best first.
  private static func candidates(
    _ headings: [String], _ columns: [ColumnDefinition]
  ) -> [(column: Int, field: Int)] {
    let folded = headings.map { (whole: FoldedText($0), short: FoldedText(withoutUnit($0))) }
    var found: [(rank: Int, column: Int, field: Int)] = []
    for (column, definition) in columns.enumerated() {
      for (rank, wording) in definition.foldedHeadings.enumerated() {
        for field in headings.indices {
          if folded[field].whole == wording {
            found.append((rank, column, field))
          } else if folded[field].short == wording {
            found.append((rank + 1000, column, field))
          }
        }
      }
    }
    return found.sorted { ($0.rank, $0.column, $0.field) < ($1.rank, $1.column, $1.field) }
      .map { ($0.column, $0.field) }
  }

  /// A heading without what stands in brackets at its end: `Capacity (MW)`, `浓度（μg/m³）`.
  private static func withoutUnit(_ heading: String) -> String {
    guard let last = heading.last, ")）]】".contains(last),
      let open = heading.lastIndex(where: { "(（[【".contains($0) })
    else { return heading }
    return String(heading[..<open])
  }

  private static func field(
    _ heading: String, in headings: [String]
  ) throws(StoreError) -> Int {
    if let exact = headings.firstIndex(of: heading) { return exact }
    if let folded = headings.firstIndex(where: { FoldedText($0) == FoldedText(heading) }) {
      return folded
    }
    let near = NearestWord.to(heading, among: headings)
    throw StoreError(
      .usage, "--map names a heading that the file does not have", found: heading,
      expected: "one of " + headings.joined(separator: ", "),
      nextStep: near.map { "Did you mean \"\($0)\"?" } ?? "Write --map HEADING=column.")
  }

  private static func position(
    of column: String, in positions: [String: Int], of kind: ImportKind
  ) throws(StoreError) -> Int {
    if let position = positions[column] { return position }
    let names = kind.columns.map(\.name)
    let near = NearestWord.to(column, among: names)
    throw StoreError(
      .usage, "--map names a column that \(kind.name) do not have", found: column,
      expected: "one of " + names.joined(separator: ", "),
      nextStep: near.map { "Did you mean \"\($0)\"?" } ?? "Write --map HEADING=column.")
  }
}
