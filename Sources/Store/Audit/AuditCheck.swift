internal import CampaignData
internal import Inspection

/// Checks that a record and all that it names are as they were written: the chain, the texts by their
/// hashes, commitments, signatures, the plans' files and their rows in the tables.
///
/// Nothing is planned again; see ``PlanRepetition``. In time and memory it costs what reading and
/// hashing all of it does.
public struct AuditCheck {
  let record: AuditRecord
  let workspace: Workspace?
  let keys: KeyFolder?
  var report = AuditReport()
  private var known: [String: Bool] = [:]

  /// A check of a record.
  /// - Parameters:
  ///   - record: the record.
  ///   - workspace: the workspace that it stands in, whose keys and tables are checked too; nil for
  ///     a folder that was taken away.
  public init(_ record: AuditRecord, in workspace: Workspace?) throws {
    self.record = record
    self.workspace = workspace
    keys = try workspace?.existingKeys()
  }

  /// Checks everything.
  /// - Parameters:
  ///   - head: the hash of a line that was published; nil: none is at hand.
  ///   - facts: compare the facts in the tables with what the record keeps, too.
  public mutating func run(head: String?, facts: Bool = false) throws -> AuditReport {
    report = AuditReport()
    report.lines = record.chain.lines.count
    report.head = record.chain.head
    checkChain(head)
    try checkSeals()
    try checkPlans()
    checkOverrides()
    checkFiles()
    if let workspace {
      try checkTables(workspace)
      if facts { try checkFacts(workspace) }
    }
    return report
  }

  private mutating func checkChain(_ head: String?) {
    for fault in record.chain.faults {
      report.fault(zh: "记录：\(fault.text.zh)", en: "record: \(fault.text.en)")
    }
    for (line, reason) in record.unreadable {
      report.fault(zh: "记录第 \(line) 行无法读取：\(reason)", en: "record, line \(line): \(reason)")
    }
    if let head, record.chain.line(named: head) == nil {
      report.fault(
        zh: "记录中没有已公布的哈希 \(head)：其末尾被截断或内容被改动",
        en: "the record has no line with the published hash \(head): it was cut off or changed")
    }
    checkEnd()
  }

  private mutating func checkEnd() {
    let end: RecordHead?
    do {
      end = try keys?.recordHead()
    } catch {
      report.fault(zh: error.description, en: error.description)
      return
    }
    guard let end else { return }
    guard !end.allows(record.chain) else { return }
    let found = record.chain.lines.count
    report.fault(
      zh: "记录止于第 \(found) 行，密钥目录所记为第 \(end.last.number) 行：末尾被截断、添加或改动",
      en: "the record ends with line \(found), the folder of keys knows line \(end.last.number): "
        + "its end was cut off, lengthened or changed")
  }

  private mutating func checkSeals() throws {
    var first: Set<Int> = []
    for item in record.items {
      if let release = item.entry.release {
        report.remark(
          zh: "\(release.what) 提前公布：\(release.by)，\(release.reason)",
          en: "\(release.what) was released before its time: \(release.by), \(release.reason)")
      }
      if let beacon = item.entry.beacon {
        checkOrder(of: item.line, after: beacon.seal, what: "beacon")
      }
      if let reveal = item.entry.reveal {
        checkOrder(of: item.line, after: reveal.seal, what: "reveal")
        if let early = reveal.early {
          report.remark(
            zh: "第 \(reveal.round) 轮提前公开：\(early)",
            en: "round \(reveal.round) was revealed before its end: \(early)")
        }
      }
      guard let seal = item.entry.seal else { continue }
      let reveal = record.reveal(of: item.line.hash)
      report.seals.append(
        AuditReport.Seal(
          round: seal.round, hash: item.line.hash, at: item.entry.at, asOf: seal.asOf,
          isRevealed: reveal != nil, plans: 0, overrides: 0))
      if !first.insert(seal.round).inserted {
        report.remark(
          zh: "第 \(seal.round) 轮再次封存：\(seal.again ?? "")",
          en: "round \(seal.round) was sealed again: \(seal.again ?? "no reason given")")
      }
      try checkCommitment(seal, reveal)
      checkManifest(seal.inputs, of: "seal of round \(seal.round)")
      _ = check(seal.weights, secret: nil, of: "weights of round \(seal.round)")
    }
  }

  private mutating func checkCommitment(_ seal: SealEntry, _ reveal: RevealEntry?) throws {
    let kept = try reveal == nil ? keys?.key(seal.key) : nil
    guard let bytes = reveal.flatMap({ Hexadecimal.bytes($0.secret) }) ?? kept else {
      guard let keys, WorkspaceLayout.exists(keys.path) else { return }
      report.fault(
        zh: "第 \(seal.round) 轮的密钥丢失（\(seal.key)）：该轮无法再被证明",
        en: "the secret of round \(seal.round) is lost (\(seal.key)): nothing of the round can be "
          + "proven any more")
      return
    }
    guard RoundSecret(bytes: bytes).commitment != seal.commitment else { return }
    report.fault(
      zh: "第 \(seal.round) 轮的密钥与封存的承诺不符",
      en: "the secret of round \(seal.round) is not the one that its seal commits to")
  }

  mutating func checkOrder(of line: RecordLine, after seal: String, what: String) {
    let sealed = record.chain.lines.first { $0.hash == seal }
    guard sealed == nil || (sealed?.number ?? 0) >= line.number else { return }
    report.fault(
      zh: "第 \(line.number) 行（\(what)）之前没有它所指的封存",
      en: "line \(line.number) (\(what)): the seal that it names is not before it")
  }

  /// Checks a list of facts and all that it names.
  mutating func checkManifest(_ hash: String, of what: String) {
    guard let bytes = check(hash, secret: nil, of: "inputs, \(what)") else { return }
    guard let manifest = InputManifest(text: String(decoding: bytes, as: UTF8.self)) else {
      report.fault(zh: "\(what)：输入清单无法读取", en: "\(what): the list of inputs cannot be read")
      return
    }
    for part in manifest.parts where known[part.hash] == nil {
      _ = check(part.hash, secret: nil, of: "\(part.table) of \(part.day), \(what)")
    }
  }

  /// Checks a text once, and gives back its bytes if it is as it was.
  mutating func check(_ hash: String, secret: RoundSecret?, of what: String) -> [UInt8]? {
    let isNew = known[hash] == nil
    switch record.objects.state(of: hash, secret: secret) {
    case .open(let bytes):
      if isNew { report.objects += 1 }
      known[hash] = true
      return bytes
    case .locked:
      if isNew { report.locked += 1 }
      known[hash] = true
    case .missing:
      if isNew {
        report.fault(zh: "缺少 \(hash)（\(what)）", en: "missing: \(hash) (\(what))")
      }
      known[hash] = false
    case .changed:
      if isNew {
        report.fault(zh: "内容被改动：\(hash)（\(what)）", en: "changed: \(hash) (\(what))")
      }
      known[hash] = false
    }
    return nil
  }
}
