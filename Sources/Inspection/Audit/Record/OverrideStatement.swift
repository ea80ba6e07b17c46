/// What somebody signs who changes a plan by hand.
public struct OverrideStatement: Sendable, Hashable {
  /// The round.
  public var round: Int
  /// The plan that came of it.
  public var plan: String
  /// The moment whose facts it rests on.
  public var asOf: String
  /// Who signs.
  public var by: String
  /// Why.
  public var reason: String
  /// What was done, a line each.
  public var changes: [String]
  /// Random, so that the statement's hash tells nothing to those who guess.
  public var salt: String

  /// Makes a statement.
  public init(
    round: Int, plan: String, asOf: String, by: String, reason: String, changes: [String],
    salt: String
  ) {
    self.round = round
    self.plan = plan
    self.asOf = asOf
    self.by = by
    self.reason = reason
    self.changes = changes
    self.salt = salt
  }

  /// The text that is signed.
  public var text: String {
    let head = [
      "hotspot override 1", "salt \(salt)", "round \(round)", "plan \(Self.line(plan))",
      "as_of \(Self.line(asOf))", "by \(Self.line(by))", "reason \(Self.line(reason))",
    ]
    return (head + changes.map { "change \(Self.line($0))" }).joined(separator: "\n") + "\n"
  }

  /// Reads a statement; nil for another text.
  public init?(text: String) {
    var fields: [String: String] = [:]
    changes = []
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.first == "hotspot override 1" else { return nil }
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard let name = parts.first else { continue }
      let value = parts.count > 1 ? parts[1] : ""
      if name == "change" { changes.append(value) } else { fields[name] = value }
    }
    guard let round = fields["round"].flatMap({ Int($0) }), let plan = fields["plan"],
      let asOf = fields["as_of"], let by = fields["by"], let reason = fields["reason"],
      let salt = fields["salt"]
    else { return nil }
    self.round = round
    self.plan = plan
    self.asOf = asOf
    self.by = by
    self.reason = reason
    self.salt = salt
  }

  private static func line(_ text: String) -> String {
    text.replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
  }
}
