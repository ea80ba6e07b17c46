internal import Foundation
internal import Inspection

extension Workspace {
  /// Puts together what an outsider needs to check a round without the workspace: the record, the
  /// texts that it names of this round, the plans' files, and driving times where an engine told
  /// them.
  ///
  /// Throws `cannotCreate` if the folder is there. Gives back how many files there are.
  public func takeAway(round number: Int, to folder: String) throws -> Int {
    guard !WorkspaceLayout.exists(folder) else {
      throw StoreError(
        .cannotCreate, "the folder is there already", file: folder,
        nextStep: "Name another folder with -o.")
    }
    let record = try auditRecord()
    let aside = folder + ".partial-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: aside) }
    var pairs = [(record.file, AuditRecord.file(in: aside))]
    for hash in try record.objectsOfRound(number) {
      // What is missing here is missing there: the check tells.
      guard let file = record.objects.existingFile(hash) else { continue }
      pairs.append((file, aside + "/audit" + file.dropFirst(layout.audit.count)))
    }
    let plans = record.plans.map(\.plan).filter { $0.round == number }
    for place in Set(plans.map(\.folder)).sorted() {
      let files = plans.last { $0.folder == place }.flatMap { record.fileManifest($0.files) }
      for file in files?.files ?? [] where WorkspaceLayout.exists(path(file.path)) {
        pairs.append((path(file.path), aside + "/" + file.path))
      }
    }
    if plans.contains(where: { $0.travel != "straight" }), WorkspaceLayout.exists(layout.roads) {
      pairs.append((layout.roads, aside + "/roads"))
    }
    do {
      for (from, to) in pairs {
        try FileManager.default.createDirectory(
          atPath: to.folderOfPath, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: from, toPath: to)
      }
      try FileManager.default.moveItem(atPath: aside, toPath: folder)
    } catch {
      throw StoreError(
        .cannotCreate, "the folder cannot be written: \(error.localizedDescription)", file: folder,
        nextStep: "Make room on the disk or name another folder with -o.")
    }
    return pairs.count
  }

  private func path(_ name: String) -> String {
    folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
  }
}

extension AuditRecord {
  /// The hashes of all that the record names of a round, each once, sorted.
  func objectsOfRound(_ number: Int) throws(StoreError) -> [String] {
    var hashes: Set<String> = []
    var manifests: Set<String> = []
    for (_, seal) in seals(round: number) {
      manifests.insert(seal.inputs)
      hashes.insert(seal.weights)
    }
    for (_, plan) in plans where plan.round == number {
      manifests.insert(plan.inputs)
      hashes.formUnion([plan.weights, plan.result, plan.files])
      hashes.formUnion([plan.earlier, plan.lastRound, plan.draw].compactMap { $0?.tables })
    }
    for item in items {
      if let change = item.entry.override, change.round == number {
        hashes.insert(change.statement)
      }
    }
    for hash in manifests {
      hashes.insert(hash)
      hashes.formUnion(manifest(hash)?.parts.map(\.hash) ?? [])
    }
    return hashes.sorted()
  }

  /// A list of facts; nil if it is missing, changed or none.
  func manifest(_ hash: String) -> InputManifest? {
    objects.bytes(hash).flatMap { InputManifest(text: String(decoding: $0, as: UTF8.self)) }
  }

  /// A list of a plan's files; nil if it is missing, changed or none.
  func fileManifest(_ hash: String) -> FileManifest? {
    objects.bytes(hash).flatMap { FileManifest(text: String(decoding: $0, as: UTF8.self)) }
  }
}
