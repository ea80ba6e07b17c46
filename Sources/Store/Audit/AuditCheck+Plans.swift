internal import CampaignData
internal import Foundation
internal import Inspection

extension AuditCheck {
  mutating func checkPlans() throws {
    for (line, plan) in record.plans {
      checkOrder(of: line, after: plan.seal, what: "plan \(plan.plan)")
      if let place = report.seals.firstIndex(where: { $0.hash == plan.seal }) {
        report.seals[place].plans += 1
      }
      let what = "plan \(plan.plan)"
      let secret = try secret(ofSeal: plan.seal)
      checkManifest(plan.inputs, of: what)
      _ = check(plan.weights, secret: nil, of: "weights, \(what)")
      let earlier = plan.earlier.flatMap {
        check($0.tables, secret: secret, of: "plan \($0.plan)")
      }
      for other in [plan.lastRound, plan.draw].compactMap(\.self) {
        _ = check(other.tables, secret: secret, of: "plan \(other.plan)")
      }
      let result = check(plan.result, secret: secret, of: what)
      remarkOnTime(of: line, plan)
      try checkHands(line, plan, result: result, earlier: earlier)
    }
  }

  /// Says where a plan does not rest on what was sealed.
  private mutating func remarkOnTime(of line: RecordLine, _ plan: PlanEntry) {
    guard let seal = record.items.first(where: { $0.line.hash == plan.seal })?.entry.seal else {
      return
    }
    if let reveal = record.items.first(where: { $0.entry.reveal?.seal == plan.seal }),
      reveal.line.number < line.number
    {
      report.remark(
        zh: "\(plan.plan) 在密钥公开之后制定",
        en: "\(plan.plan) was made after the secret was opened")
    }
    guard let sealed = record.manifest(seal.inputs), let used = record.manifest(plan.inputs) else {
      return
    }
    let changed = used.changed(since: sealed)
    guard !changed.isEmpty else { return }
    let some = changed.prefix(3).map { "\($0.table) \($0.day)" }.joined(separator: ", ")
    report.remark(
      zh: "\(plan.plan)：封存之后补入或改动了更早日期的事实（\(changed.count) 处：\(some)）",
      en: "\(plan.plan) rests on facts with an earlier date that were imported or changed after "
        + "the seal (\(changed.count): \(some))")
  }

  /// Whatever differs from the seal by hand needs a signature.
  private mutating func checkHands(
    _ line: RecordLine, _ plan: PlanEntry, result: [UInt8]?, earlier: [UInt8]?
  ) throws {
    let isSigned = record.items.contains { $0.entry.override?.plan == plan.plan }
    guard !isSigned else { return }
    let seal = record.items.first { $0.line.hash == plan.seal }?.entry.seal
    if let seal, seal.settings != plan.settings || seal.weights != plan.weights {
      report.fault(
        zh: "\(plan.plan) 的设置或权重与封存不同，且无人签名",
        en: "\(plan.plan) has other settings or weights than the seal, and nobody signed for it")
    }
    guard let result, let text = PlanText(text: String(decoding: result, as: UTF8.self)) else {
      return
    }
    let before = earlier.flatMap { PlanText(text: String(decoding: $0, as: UTF8.self)) }
    let told = try before?.inputs() ?? []
    let added = try text.inputs().filter { input in
      input.kind != .earlier
        && !told.contains { $0.kind == input.kind && $0.subject == input.subject }
    }
    guard let input = added.first else { return }
    report.fault(
      zh: "\(plan.plan) 有 \(added.count) 处人工改动（\(input.kind.rawValue) \(input.subject)）无人签名",
      en: "\(plan.plan) was changed by hand (\(added.count): \(input.kind.rawValue) "
        + "\(input.subject)), and nobody signed for it")
  }

  mutating func checkOverrides() {
    for item in record.items {
      guard let change = item.entry.override else { continue }
      let plan = record.plans.last { $0.plan.plan == change.plan }?.plan
      if let seal = plan?.seal, let place = report.seals.firstIndex(where: { $0.hash == seal }) {
        report.seals[place].overrides += 1
      } else {
        report.fault(
          zh: "第 \(item.line.number) 行签名的计划 \(change.plan) 不在记录中",
          en: "line \(item.line.number) signs for plan \(change.plan), which is not in the record")
      }
      let secret = plan.flatMap { try? self.secret(ofSeal: $0.seal) }
      let bytes = check(change.statement, secret: secret, of: "statement of \(change.by)")
      report.overrides.append(judged(change, bytes))
    }
  }

  private mutating func judged(
    _ change: OverrideEntry, _ bytes: [UInt8]?
  ) -> AuditReport.Override {
    var override = AuditReport.Override(
      round: change.round, plan: change.plan, by: change.by, statement: nil, isSigned: nil)
    guard let bytes else { return override }
    let statement = OverrideStatement(text: String(decoding: bytes, as: UTF8.self))
    let isValid =
      record.publicKey(of: change.by).map {
        SigningKey.isValid(
          Hexadecimal.bytes(change.signature) ?? [], of: bytes, publicKey: $0)
      } ?? false
    override.statement = statement
    override.isSigned =
      isValid && statement?.plan == change.plan && statement?.by == change.by
      && statement?.round == change.round
    if override.isSigned == false {
      report.fault(
        zh: "\(change.plan)：\(change.by) 的签名无效",
        en: "\(change.plan): the signature of \(change.by) is not valid")
    }
    return override
  }

  /// The plans' files: of several plans with the same folder the last has written it.
  mutating func checkFiles() {
    var newest: [String: PlanEntry] = [:]
    for (_, plan) in record.plans { newest[plan.folder] = plan }
    for (_, plan) in record.plans {
      let bytes = check(plan.files, secret: nil, of: "files of \(plan.plan)")
      guard newest[plan.folder]?.files == plan.files, let bytes else { continue }
      newest[plan.folder] = nil
      // A folder that was taken away holds one round only.
      guard workspace != nil || WorkspaceLayout.exists(path(plan.folder)) else { continue }
      if !WorkspaceLayout.exists(path(plan.folder)),
        WorkspaceLayout.exists(path(plan.folder + ".sealed"))
      {
        report.remark(
          zh: "\(plan.folder) 尚未公布，其文件未核对",
          en: "\(plan.folder) is not released: its files are not compared")
        continue
      }
      check(FileManifest(text: String(decoding: bytes, as: UTF8.self))?.files ?? [])
    }
  }

  private mutating func check(_ files: [FileManifest.File]) {
    for file in files {
      report.files += 1
      guard let hash = FileManifest.hash(of: path(file.path)) else {
        report.fault(zh: "缺少文件 \(file.path)", en: "missing: \(file.path)")
        continue
      }
      guard hash != file.hash else { continue }
      report.fault(zh: "文件被改动：\(file.path)", en: "changed: \(file.path)")
    }
  }

  private func path(_ name: String) -> String {
    record.root.isEmpty ? name : (record.root as NSString).appendingPathComponent(name)
  }

  /// The secret of a seal as far as it can be known here: opened, or in the folder of keys.
  func secret(ofSeal hash: String) throws -> RoundSecret? {
    guard let seal = record.items.first(where: { $0.line.hash == hash })?.entry.seal else {
      return nil
    }
    let bytes =
      try record.reveal(of: hash).flatMap { Hexadecimal.bytes($0.secret) }
      ?? keys?.key(seal.key)
    guard let bytes else { return nil }
    let secret = RoundSecret(bytes: bytes)
    guard seal.beacon != nil else { return secret }
    return record.beacon(of: hash).map { secret.mixed(with: $0.value) }
  }
}
