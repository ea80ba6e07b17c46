/// An entry of the audit's record: one of the kinds below, with who wrote it and when.
public struct RecordEntry: Sendable, Hashable, Codable {
  /// The version of entries that this program writes.
  public static let currentFormat = 1

  /// The version of this entry.
  public var format = Self.currentFormat
  /// The program's version.
  public var program: String
  /// When it was written, by the machine's clock.
  public var at: String
  /// A round was sealed.
  public var seal: SealEntry?
  /// A public number that a seal named was recorded.
  public var beacon: BeaconEntry?
  /// A plan of a sealed round was made.
  public var plan: PlanEntry?
  /// Somebody changed a plan by hand.
  public var override: OverrideEntry?
  /// A round's secret was opened.
  public var reveal: RevealEntry?
  /// Sealed lists were released before their time.
  public var release: ReleaseEntry?
  /// Somebody may sign.
  public var signer: SignerEntry?
  /// A file was imported.
  public var imported: ImportEntry?

  /// An entry of no kind yet.
  public init(program: String, at: String) {
    self.program = program
    self.at = at
  }

  /// Its kind as a word.
  public var kind: String {
    if seal != nil { return "seal" }
    if beacon != nil { return "beacon" }
    if plan != nil { return "plan" }
    if override != nil { return "override" }
    if reveal != nil { return "reveal" }
    if release != nil { return "release" }
    if signer != nil { return "signer" }
    return imported != nil ? "import" : "unknown"
  }
}
