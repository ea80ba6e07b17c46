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
      // No field of ours holds a tab; a site's name might.
      text += AnomalyFile.fields(entry).map { $0.replacing("\t", with: " ") }
        .joined(separator: "\t")
      text += "\n"
      if text.utf8.count > 1 << 16 {
        Stream.output.write(text)
        text = ""
      }
    }
    Stream.output.write(text)
  }
}
