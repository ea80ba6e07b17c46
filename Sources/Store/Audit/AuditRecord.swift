internal import CampaignData
internal import Foundation
public import Inspection

/// The audit's record as it stands in a workspace, or in a folder that was taken away from one: its
/// lines, and what they say.
public struct AuditRecord: Sendable {
  /// A line with its entry.
  public struct Item: Sendable {
    /// The line.
    public let line: RecordLine
    /// What it says.
    public let entry: RecordEntry
  }

  /// The workspace, or the folder that was taken away.
  public let root: String
  /// The lines and what is wrong with them.
  public let chain: RecordChain
  /// What the lines say.
  public let items: [Item]
  /// Lines that this program cannot read, by number, with the reason.
  public let unreadable: [(line: Int, reason: String)]

  /// The file.
  var file: String { Self.file(in: root) }
  /// What the record names by hash.
  var objects: ObjectFolder { ObjectFolder(path: Self.path("objects", in: root)) }

  static func file(in root: String) -> String { path("record.jsonl", in: root) }

  private static func path(_ name: String, in root: String) -> String {
    let audit = WorkspaceLayout(folder: root).audit
    return (audit as NSString).appendingPathComponent(name)
  }

  /// Reads a record; an empty one where there is none.
  public init(at root: String) throws(StoreError) {
    self.root = root
    let file = Self.file(in: root)
    var bytes: [UInt8] = []
    if WorkspaceLayout.exists(file) {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw StoreError(
          .inputMissing, "the record cannot be read", file: file,
          nextStep: "Check who owns the file.")
      }
      bytes = [UInt8](data)
    }
    chain = RecordChain(bytes)
    var items: [Item] = []
    var unreadable: [(line: Int, reason: String)] = []
    for line in chain.lines {
      switch Self.entry(line) {
      case .success(let entry): items.append(Item(line: line, entry: entry))
      case .failure(let fault): unreadable.append((line.number, fault.reason))
      }
    }
    self.items = items
    self.unreadable = unreadable
  }

  private struct Fault: Error {
    var reason: String
  }

  private struct Format: Decodable {
    var format: Int
  }

  private static func entry(_ line: RecordLine) -> Result<RecordEntry, Fault> {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = Data(line.entry.utf8)
    guard let format = try? decoder.decode(Format.self, from: data).format else {
      return .failure(Fault(reason: "no entry of a record"))
    }
    guard format == RecordEntry.currentFormat else {
      return .failure(
        Fault(reason: "an entry of version \(format); this program reads version 1"))
    }
    guard let entry = try? decoder.decode(RecordEntry.self, from: data) else {
      return .failure(Fault(reason: "an entry without what its kind needs"))
    }
    return .success(entry)
  }

  /// An entry as it is written.
  static func json(_ entry: RecordEntry) throws(StoreError) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(entry), as: UTF8.self)
    } catch {
      throw StoreError(
        .software, "an entry cannot be written: \(error)",
        nextStep: "Report this as a fault of the program.")
    }
  }

  // MARK: What it says

  /// The seals of a round, oldest first.
  public func seals(round: Int) -> [(line: RecordLine, seal: SealEntry)] {
    items.compactMap { item in
      item.entry.seal.flatMap { $0.round == round ? (item.line, $0) : nil }
    }
  }

  /// All plans of sealed rounds, oldest first.
  public var plans: [(line: RecordLine, plan: PlanEntry)] {
    items.compactMap { item in item.entry.plan.map { (item.line, $0) } }
  }

  /// What opens a seal; nil while it is closed.
  func reveal(of seal: String) -> RevealEntry? {
    items.lazy.compactMap(\.entry.reveal).first { $0.seal == seal }
  }

  /// The public number of a seal; nil while there is none.
  func beacon(of seal: String) -> BeaconEntry? {
    items.lazy.compactMap(\.entry.beacon).first { $0.seal == seal }
  }

  /// The public key of a signer; nil for nobody known.
  ///
  /// The first counts: nobody can be replaced.
  func publicKey(of name: String) -> [UInt8]? {
    items.lazy.compactMap(\.entry.signer).first { $0.name == name }
      .flatMap { Hexadecimal.bytes($0.publicKey) }
  }
}
