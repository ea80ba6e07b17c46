internal import CampaignData
internal import Geo

/// Checks what an electricity anomaly says, after its site was looked for.
struct PowerCompletion: Completion {
  private var firm: FirmCompletion
  private let columns: ColumnAccess
  private var withoutSeverity = 0

  init(_ match: HeadingMatch, registry: SiteRegistry) {
    columns = ColumnAccess(match)
    firm = FirmCompletion(
      match,
      rule: .init(prefix: "power-", identity: ["rule", "started_at"], plural: "anomalies"),
      registry: registry)
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    try firm.complete(&draft)
    if let severity = columns.number("severity", of: draft) {
      guard (0...1).contains(severity) else {
        throw columns.rejection("severity", of: draft, "not between 0 and 1")
      }
    } else {
      withoutSeverity += 1
      columns.set("severity", .real(1), of: &draft)
    }
    try columns.checkOrder("started_at", "ended_at", of: draft)
  }

  var remarks: [String] {
    guard withoutSeverity > 0 else { return firm.remarks }
    return firm.remarks + ["\(withoutSeverity) anomalies name no severity; they count in full."]
  }
}

extension ColumnAccess {
  /// Throws if something ends before it begins.
  func checkOrder(_ start: String, _ end: String, of draft: Draft) throws(Rejection) {
    guard let started = moment(start, of: draft), let ended = moment(end, of: draft),
      ended < started
    else { return }
    throw rejection(end, of: draft, "before \(heading(start))")
  }
}
