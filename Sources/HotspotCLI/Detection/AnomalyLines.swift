import Store
import Terminal

/// The line protocol of `--stream`: readings in, anomalies out, a line each, fields divided by tabs.
struct AnomalyLines {
  /// What a line of readings holds.
  static let headings = ["site_id", "circuit", "time", "power"]

  private let entries: [PowerIntake.Entry]

  init(_ entries: [PowerIntake.Entry]) { self.entries = entries }

  /// Writes the anomalies to standard output, the fields as the columns of the CSV.
  func write() {
    var text = ""
    for entry in entries {
      text += Self.line(AnomalyFile.fields(entry))
      if text.utf8.count > 1 << 16 {
        Stream.output.write(text)
        text = ""
      }
    }
    Stream.output.write(text)
  }

  /// A line of fields.
  ///
  /// No field of ours holds a tab; a site's name or a rejected line might.
  static func line(_ fields: [String]) -> String {
    fields.map { field in
      let isPlain = !field.utf8.contains { $0 == 9 || $0 == 10 || $0 == 13 }
      return isPlain ? field : String(field.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }.joined(separator: "\t") + "\n"
  }
}
