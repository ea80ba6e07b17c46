import ArgumentParser
import Foundation
import Inspection
import Publishing
import Store
import Terminal

/// Checks the record, and that plans follow from it.
struct AuditVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the audit's record, and make plans again from what was sealed.",
    discussion: """
      Examples:
        hotspot audit verify                          the record, texts, files and tables
        hotspot audit verify 2018-12-24               and that day's plan, made again
        hotspot audit verify --all -w round-14-audit  what an outsider was given

      Ends with 65 if something was changed or a plan does not come out the same.
      """)

  @Argument(help: "A plan: its identifier, its day or round-N.") var plan: String?
  @Flag(help: "Make every plan of the record again.") var all = false
  @Flag(help: "Compare the facts in the tables with what was sealed, too.") var facts = false
  @Option(help: "The hash of a line that was published; spaces do not matter.") var head: String?
  @Option(
    name: .shortAndLong, help: "Folder of the workspace, or one that audit reveal -o has made.")
  var workspace = "."
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let record = try AuditRecord(at: workspace)
    let home = try openedWorkspace()
    guard !record.chain.lines.isEmpty || !record.chain.faults.isEmpty || head != nil else {
      throw CommandFailure(
        status: .inputMissing, message: "there is no record", file: workspace,
        hint: "Name a workspace or a folder of `audit reveal -o` with -w; `audit seal` begins one.")
    }
    let verification = PlanVerification(record: record, workspace: home, console: console)
    let plans =
      if all { verification.all } else { try plan.map(verification.entries) ?? [] }
    var check = try AuditCheck(record, in: home)
    let report = try check.run(head: head, facts: facts)
    var members = AuditWords.json(report)
    var text = AuditWords.text(report, console.language)
    var different = 0
    var repeated: [JSONText] = []
    for plan in plans {
      let result: PlanVerification.Result
      do {
        result = try verification.verify(plan)
      } catch  where !report.isSound {
        // What was changed is told even where no plan can be made of it any more.
        let reason = CommandFailure(error, of: Hotspot.self)?.sentence ?? String(describing: error)
        result = .init(
          text: "\(plan.plan): \(reason)\n", json: .object([.init("error", .string(reason))]),
          isSame: false)
      }
      text += result.text
      repeated.append(result.json)
      if !result.isSame { different += 1 }
    }
    members.append(.init("plans", .array(repeated)))
    console.result(text, json: .object(members))
    try fail(report.findings.filter(\.isFault), different: different)
  }

  /// The workspace, if the folder is one.
  private func openedWorkspace() throws -> Workspace? {
    let path = (workspace as NSString).appendingPathComponent("workspace.gpkg")
    return FileManager.default.fileExists(atPath: path)
      ? try Workspace.open(at: workspace) : nil
  }

  private func fail(_ faults: [AuditFinding], different: Int) throws {
    if let first = faults.first {
      throw CommandFailure(
        status: .badData,
        message: "not all is as it was written (\(faults.count)): \(first.en)"
          + (faults.count > 1 ? "; ..." : ""),
        file: workspace,
        hint: "Restore what was changed from a copy, and find out who changed it.")
    }
    guard different > 0 else { return }
    throw CommandFailure(
      status: .badData, message: "\(different) plans do not follow from what was sealed",
      file: workspace,
      hint: "The differences are above; with another version of the program or of "
        + "its libraries they may be innocent: repeat it with the version that the record names.")
  }
}
