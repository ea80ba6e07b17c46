extension CampaignData {
  /// All vocabularies, in the order of the table; `topic` and `ledger` come from tables of their
  /// own and stand last.
  public static let vocabularies: [Vocabulary] = {
    var names: [String] = []
    var terms: [String: [Term]] = [:]
    for row in EmbeddedTable(named: "vocabularies").rows {
      let name = row.text("vocabulary")
      if terms[name] == nil { names.append(name) }
      terms[name, default: []].append(
        Term(
          key: row.text("key"), zh: row.text("zh"), en: row.text("en"),
          aliases: row.list("aliases")))
    }
    return names.map { Vocabulary(name: $0, terms: terms[$0] ?? []) } + [
      Vocabulary(name: "topic", terms: namedTerms(EmbeddedTable(named: "topics"))),
      Vocabulary(name: "ledger", terms: namedTerms(EmbeddedTable(named: "ledger_kinds"))),
    ]
  }()

  /// The kinds of lists that cities keep.
  public static let ledgerKinds: [LedgerKind] = EmbeddedTable(named: "ledger_kinds")
    .rows.compactMap(LedgerKind.init)

  private static let vocabularyPositions: [String: Int] = {
    var positions: [String: Int] = [:]
    for (index, vocabulary) in vocabularies.enumerated() { positions[vocabulary.name] = index }
    return positions
  }()

  /// The vocabulary with a name, as in `outcome`.
  public static func vocabulary(named name: String) -> Vocabulary? {
    vocabularyPositions[name].map { vocabularies[$0] }
  }

  /// Whether a text stands for an empty field of a column that is no plain text.
  ///
  /// True for blanks, `-`, `N/A`, 不详 and the like. Ask only when the column's own vocabulary does
  /// not know the word.
  public static func isMissing(_ text: String) -> Bool {
    let folded = FoldedText(text)
    return folded.isEmpty || vocabulary(named: "missing")?.key(for: text) != nil
  }

  private static func namedTerms(_ table: EmbeddedTable) -> [Term] {
    table.rows.map { row in
      Term(
        key: row.text("key"), zh: row.text("name_zh"), en: row.text("name_en"),
        aliases: row.list("aliases"))
    }
  }
}
