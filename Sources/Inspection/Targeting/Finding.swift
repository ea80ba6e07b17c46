import CampaignData

/// One kind of evidence that bears on a place, with the facts behind it, before it is put in words.
struct Finding {
  /// Key of the weight.
  var key: String
  /// What it adds to the log-odds of a problem.
  var logOdds: Double
  /// Which facts: indices into the kind's array in `Facts`.
  var facts: Facts.Reference
  /// Metres to the nearest of them, where distance matters.
  var nearest: Double?
  /// The topic that it is about, where it is about one.
  var topic: String?
}

extension Facts {
  /// Facts of one kind, by index.
  enum Reference {
    case none
    case record(Int)
    case cell(Int)
    case alerts([Int])
    case complaints([Int])
    case anomaly(Int)
    case visits([Int])
    case rechecks([Int])

    /// The table that they stand in.
    var table: FactTable? {
      switch self {
      case .none: nil
      case .record: .sites
      case .cell: .cells
      case .alerts: .alerts
      case .complaints: .complaints
      case .anomaly: .anomalies
      case .visits: .visits
      case .rechecks: .rechecks
      }
    }
  }
}
