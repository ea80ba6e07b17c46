import Store
import Terminal

/// What a framed stream answers: lines that begin with what they are, the last one with `end`.
///
/// Rejected lines go out as they are met, anomalies when all is judged. Whoever reads a stream without
/// an `end` knows that it is cut off. A class because rejected lines wait to be written together.
final class FramedLines {
  private var pending = ""

  /// Where rejected lines go.
  var rejects: ReadingRejectList {
    .handedOn { [self] row, failure, line in
      put([
        "reject", String(row.row), failure.key, row.column ?? "", row.value ?? "", row.reason, line,
      ])
    }
  }

  /// Writes the anomalies, then the end with counts of what came.
  func finish(_ outcome: PowerRun.Outcome) {
    for entry in outcome.entries { put(["anomaly"] + AnomalyFile.fields(entry)) }
    let report = outcome.report
    let counts = [
      ("read", report.read), ("used", report.used), ("duplicates", report.duplicates),
      ("rejected", report.rejectedCount), ("sites", report.sites),
      ("without_baseline", outcome.withoutBaseline), ("unlisted", outcome.unlisted ?? 0),
      ("rescaled", report.rescaled), ("resets", report.resets),
      ("anomalies", outcome.entries.count),
    ]
    put(["end"] + counts.map { "\($0.0)=\($0.1)" })
    flush()
  }

  private func put(_ fields: [String]) {
    pending += AnomalyLines.line(fields)
    if pending.utf8.count > 1 << 16 { flush() }
  }

  private func flush() {
    Stream.output.write(pending)
    pending = ""
  }
}
