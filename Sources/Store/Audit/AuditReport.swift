public import Inspection

/// What a check of the record came to.
public struct AuditReport: Sendable {
  /// A seal as it stands.
  public struct Seal: Sendable, Hashable {
    /// The round.
    public var round: Int
    /// The hash of its line: what was published.
    public var hash: String
    /// When it was written.
    public var at: String
    /// The moment whose facts it seals.
    public var asOf: String
    /// True once its secret was opened.
    public var isRevealed: Bool
    /// Plans made under it.
    public var plans: Int
    /// Changes by hand among them.
    public var overrides: Int
  }

  /// A change by hand.
  public struct Override: Sendable, Hashable {
    /// The round.
    public var round: Int
    /// The plan.
    public var plan: String
    /// Who signed.
    public var by: String
    /// Why, and what; nil while the round's secret is closed.
    public var statement: OverrideStatement?
    /// True if the signature is that of the signer's key; nil while the statement is closed.
    public var isSigned: Bool?
  }

  /// Lines of the record.
  public internal(set) var lines = 0
  /// The hash of the last one.
  public internal(set) var head = RecordLine.start
  /// Texts that were hashed again.
  public internal(set) var objects = 0
  /// Texts that are locked, and cannot be checked before the secret is opened.
  public internal(set) var locked = 0
  /// Files of plans that were hashed again.
  public internal(set) var files = 0
  /// Plans whose rows in the tables were compared.
  public internal(set) var tables = 0
  /// The seals, in the order of the record.
  public internal(set) var seals: [Seal] = []
  /// The changes by hand, in the order of the record.
  public internal(set) var overrides: [Override] = []
  /// What was found.
  public internal(set) var findings: [AuditFinding] = []

  /// True if nothing was found that should not be.
  public var isSound: Bool { !findings.contains(where: \.isFault) }

  mutating func fault(zh: String, en: String) {
    findings.append(AuditFinding(isFault: true, zh: zh, en: en))
  }

  mutating func remark(zh: String, en: String) {
    findings.append(AuditFinding(isFault: false, zh: zh, en: en))
  }
}
