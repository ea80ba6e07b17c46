import Publishing

/// Tables of a ranking with what is to be said above and below them.
struct RankListing {
  /// Above the tables.
  var title: ReportPhrase
  /// The tables.
  var tables: [ReportTable]
  /// Below them.
  var notes: [ReportPhrase] = []
  /// Further numbers for programs.
  var figures: [JSONText.Member] = []

  /// As a terminal shows it; tables without rows are left out.
  func text(_ language: Language) -> String {
    let parts = tables.filter { !$0.rows.isEmpty }.map { table in
      table.caption.text(language) + "\n\n" + table.text(language)
        + (table.unshownNote.map { $0.text(language) + "\n" } ?? "")
    }
    let foot = notes.map { $0.text(language) + "\n" }.joined()
    return ([title.text(language) + "\n"] + parts + (foot.isEmpty ? [] : [foot]))
      .joined(separator: "\n")
  }

  /// For programs.
  var json: JSONText {
    .object(
      [.init("title", Self.both(title))] + figures
        + tables.map { .init($0.key, $0.json) }
        + [.init("notes", .array(notes.map(Self.both)))])
  }

  private static func both(_ phrase: ReportPhrase) -> JSONText {
    .object([.init("zh", .string(phrase.zh)), .init("en", .string(phrase.en))])
  }
}
