import CampaignData
import Foundation
import Inspection
import Publishing
import Store
import Terminal

/// Releases sealed plans: rows into the tables, files into their folders.
struct PlanRelease {
  let workspace: Workspace
  let now: Moment

  /// What a release came to.
  struct Outcome {
    /// Days of plans whose stops are in the tables now.
    var days: [ReleasedDay]
    /// Folders that are there now.
    var folders: [String]
    /// The next release, if anything is left.
    var next: Moment?
  }

  private var plansFolder: String { workspace.folder + "/plans" }

  /// Releases everything whose time has come.
  func releaseDue() throws -> Outcome {
    let due = try sealedFiles().filter { $0.label.releaseAt <= now }
    return try release(due) { $1 <= now }
  }

  /// Releases a day, or lists by the name of their folder; throws `refused` before their time unless
  /// somebody answers for it.
  func release(_ what: String, by note: (_ plans: [String]) -> ReleaseEntry?) throws -> Outcome {
    let day = CalendarDate(what)
    let files = try sealedFiles { $0 == what }
    let rows = try workspace.sealedDays().compactMapValues { days in day.flatMap { days[$0] } }
    let moments = files.map(\.label.releaseAt) + rows.values
    guard let latest = moments.max() else { throw try nothing(what) }
    let plans = Set(files.map(\.label.plan)).union(rows.keys).sorted()
    if latest > now {
      guard let note = note(plans) else { throw try early(what, until: latest, plans) }
      // The key first: a note of a release that cannot be would be a false one.
      _ = try workspace.planKey()
      // Outside of the workspace's lock, which the record takes by itself.
      var entry = RecordEntry(program: Program.version, at: now.description)
      entry.release = note
      try workspace.record([entry])
    }
    return try release(files) { found, _ in found == day }
  }

  private func release(
    _ files: [SealedLists], rows isWanted: (CalendarDate, Moment) -> Bool
  ) throws -> Outcome {
    let bundles = try opened(files)
    let days = try workspace.release(where: { isWanted($1, $2) }) { _ in
      for (lists, bundle) in zip(files, bundles) { try bundle.write(to: lists.file.folder) }
    }
    for lists in files { try lists.file.remove() }
    return Outcome(days: days, folders: files.map(\.file.folder), next: try nextRelease())
  }

  private func nextRelease() throws -> Moment? {
    let rows = try workspace.sealedDays().values.flatMap(\.values)
    // A file that is damaged stops its own release, not this account.
    let files = SealedFile.files(in: plansFolder).compactMap { try? SealedLists($0) }
    return (rows + files.map(\.label.releaseAt)).min()
  }

  private func opened(_ files: [SealedLists]) throws -> [FileBundle] {
    guard !files.isEmpty else { return [] }
    let key = try workspace.planKey()
    return try files.map { try $0.opened(with: key) }
  }

  private func sealedFiles(
    where isWanted: (_ name: String) -> Bool = { _ in true }
  ) throws -> [SealedLists] {
    try SealedFile.files(in: plansFolder)
      .filter { isWanted(($0.folder as NSString).lastPathComponent) }.map(SealedLists.init)
  }

  private func nothing(_ what: String) throws -> CommandFailure {
    let isOpen = FileManager.default.fileExists(atPath: "\(plansFolder)/\(what)")
    let names = SealedFile.files(in: plansFolder).map { ($0.folder as NSString).lastPathComponent }
    return CommandFailure(
      status: .inputMissing,
      message: isOpen ? "\(what) is released already" : "nothing of \(what) is sealed here",
      file: plansFolder,
      hint: names.isEmpty
        ? "Nothing is sealed." : "Sealed: \(names.prefix(20).joined(separator: ", ")).")
  }

  /// A clock that stands before the facts of a plan is wrong, or somebody turned it back.
  private func early(
    _ what: String, until moment: Moment, _ plans: [String]
  ) throws -> CommandFailure {
    let made = try workspace.plans().filter { plans.contains($0.id) }.map(\.madeAsOf).max()
    if let made, now < made {
      return CommandFailure(
        status: .refused,
        message: "\(what) is released at \(moment), and the clock says \(now), "
          + "before its plan was made (\(made))", hint: "Set this machine's clock.")
    }
    return CommandFailure(
      status: .refused, message: "\(what) is released at \(moment)",
      hint: "Ask again then, or add --now --by NAME --reason TEXT, which is kept on record.")
  }
}
