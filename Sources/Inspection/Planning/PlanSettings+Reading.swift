extension PlanSettings {
  /// Reads settings from their text, `canonicalText`; the seed stands apart.
  ///
  /// Throws `PlanError.setting` for a line that is missing, unknown or unreadable: the text is of
  /// another version of the program.
  public init(canonicalText text: String, seed: UInt64) throws(PlanError) {
    var lines = Self.lines(of: text)
    func take<Value: LosslessStringConvertible>(
      _ name: String, _ lines: inout [String: String]
    ) throws(PlanError) -> Value {
      guard let word = lines.removeValue(forKey: name), let value = Value(word) else {
        throw PlanError.setting(
          "the settings of the record lack \(name): another version of the program wrote them")
      }
      return value
    }
    self.init(
      dailyVisits: try take("daily_visits", &lines),
      handoverVisits: try take("handover_visits", &lines),
      serviceMinutes: try take("service_minutes", &lines),
      dayHours: try take("day_hours", &lines), dayStart: try take("day_start", &lines),
      speedKMH: try take("speed_kmh", &lines), detour: try take("detour", &lines), seed: seed,
      iterations: try take("iterations", &lines), stability: try take("stability", &lines),
      randomShare: try take("random_share", &lines), localShare: try take("local_share", &lines),
      rechecks: RecheckRules(
        share: try take("recheck_share", &lines),
        complaints: try take("recheck_complaints", &lines),
        complaintDays: try take("recheck_complaint_days", &lines)),
      weightsHash: lines.removeValue(forKey: "weights"))
    if let unknown = lines.keys.min() {
      throw .setting(
        "the settings of the record have \(unknown): another version of the program wrote them")
    }
  }

  private static func lines(of text: String) -> [String: String] {
    let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
